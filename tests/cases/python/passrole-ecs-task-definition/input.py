import boto3

ecs = boto3.client("ecs")
# A name, and an ARN.
ecs.register_task_definition(
    family="web",
    taskRoleArn="web-task",
    executionRoleArn="arn:aws:iam::111122223333:role/web-execution",
    containerDefinitions=[{"name": "web", "image": "web"}],
)
# The overrides of one run pass a role too.
ecs.run_task(cluster="jobs", taskDefinition="web:3", overrides={"taskRoleArn": "arn:aws:iam::111122223333:role/once"})
