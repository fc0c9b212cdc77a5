from shop import aws, settings
from shop.aws import make, Clients
from shop.settings import BUCKET as B, Queue
import shop.aws as direct

def handler(event, context):
    aws.s3.put_object(Bucket=settings.BUCKET, Key=f"in/{event['id']}")
    make("dynamodb").put_item(TableName=settings.TABLE, Item={})
    direct.clients.get("sqs").send_message(QueueUrl=Queue.MAIN.value, MessageBody="m")
    Clients.shared.get_object(Bucket=B, Key="k")
