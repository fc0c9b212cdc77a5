export { s3 } from "./clients";
export { queue as renamed } from "./clients";
export * from "./star";
export * as Barrel from "./wrapper";
