from aiobotocore.session import get_session


async def go():
    session = get_session()
    async with session.create_client("s3") as c:
        await c.put_object(Bucket="a", Key="k", Body=b"")
        paginator = c.get_paginator("list_objects_v2")
        async for page in paginator.paginate(Bucket="b"):
            print(page)
