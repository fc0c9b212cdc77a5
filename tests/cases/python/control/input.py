if a():
    b = 1
elif c():
    b = 2
else:
    b = 3
while d(): e()
for x in xs: f(x)
else: g()
for i, (j, k) in enumerate(h()):
    if x: continue
    break
for x in 1, 2:
    pass
for self.x in y: pass
async def q():
    async for p in pages():
        use(p)
if (n := len(a)) > 1: print(n)
if __name__ == "__main__":
    main()
while True:
    try:
        x = 1
    except: pass
    else: y = 2
    finally:
        z = 3
after()
