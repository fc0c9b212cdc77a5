async def f():
    await g()
    x = await h(await i())
    y = (await j()).z
    async with k() as l: pass
    return await m
    return await asyncio.gather(*[n(o) async for o in p()])
await top()
await [x]
def old(await): return await
await = 1
asyncio.await(x)
