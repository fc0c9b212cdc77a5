import { ECS } from "@aws-sdk/client-ecs";
export class Wrapper { private ecs = new ECS({}); run() { return this.ecs.listClusters({}); } }
