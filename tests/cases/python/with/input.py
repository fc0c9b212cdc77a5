with open(a) as f:
    f.read()
with a(), b() as c, d as (e, g):
    pass
with (
    session.client("s3") as s3,
    session.resource("sqs") as sqs,
):
    s3.get()
with (a): pass
with (a, b): pass
with (a, b) as c: pass
with (yield_(x)) as d: pass
with (a).b() as e, c(): pass
with (open(a)): pass
with lock: x = 1
async def f():
    async with session.client("s3") as c, x:
        await c.get()
with a as self.x, b as y[0]: pass
