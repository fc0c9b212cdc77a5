import aioboto3
from aiobotocore.session import get_session
async def main():
    async with get_session().create_client("sqs", region_name="us-east-1") as c:
        await c.send_message(QueueUrl="https://sqs.us-east-1.amazonaws.com/111122223333/q", MessageBody="x")
    async with aioboto3.Session().resource("dynamodb") as d:
        table = await d.Table("orders")
        await table.get_item(Key={"id": "1"})
