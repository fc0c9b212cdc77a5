import { CloudWatchEventsClient, PutEventsCommand } from "@aws-sdk/client-cloudwatch-events";
new CloudWatchEventsClient({}).send(new PutEventsCommand({Entries:[{EventBusName:"b"}]}));
