"""ECS: tasks, services, and the two roles of a task definition."""
import boto3

client = boto3.client("ecs")
client.run_task(cluster="prod", taskDefinition="job:3")
client.update_service(cluster="prod", service="web", desiredCount=2)
client.register_task_definition(family="job", containerDefinitions=[], taskRoleArn="arn:aws:iam::123456789012:role/task",
                                executionRoleArn="arn:aws:iam::123456789012:role/exec")
