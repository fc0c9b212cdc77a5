# what was created or looked up by name is that
import boto3

sqs = boto3.client("sqs")
url = sqs.get_queue_url(QueueName="jobs").get("QueueUrl")
sqs.send_message(QueueUrl=url, MessageBody="x")
sns = boto3.client("sns")
topic = sns.create_topic(Name="news")
sns.publish(TopicArn=topic["TopicArn"], Message="m")
queue = boto3.resource("sqs").get_queue_by_name(QueueName="by-name")
for message in queue.receive_messages():
    message.delete()
table = boto3.resource("dynamodb").create_table(TableName="orders", KeySchema=[], AttributeDefinitions=[])
table.put_item(Item={})
iam = boto3.client("iam")
role = iam.create_role(RoleName="fn", AssumeRolePolicyDocument="{}")["Role"]
placed = iam.create_role(RoleName="x", Path="/team/", AssumeRolePolicyDocument="{}")["Role"]
boto3.client("lambda").create_function(FunctionName="f", Role=role["Arn"], Code={"ZipFile": b""})
boto3.client("lambda").update_function_configuration(FunctionName="f", Role=placed["Arn"])
