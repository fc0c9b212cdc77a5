import aioboto3


async def go():
    session = aioboto3.Session()
    async with session.client("sqs") as c, session.resource("dynamodb") as d:
        await c.send_message(QueueUrl="u", MessageBody="m")
        table = await d.Table("orders")
        await table.put_item(Item={"id": "1"})
