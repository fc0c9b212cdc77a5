def f():
    pass

def g(a, b=1, *, c, d=2, **kw) -> int:
    return a

def h(a, /, b, *args, c=None):
    return g(a, *args)

async def i(x):
    return await j(x)

@decorator
@module.other(arg(), k=1)
def k(a=default(), b=lambda x: call(x)): return a

def outer():
    n = 1
    def inner():
        nonlocal n
        global m, o
        n = m = 2
        return n
    return inner

def gen():
    yield
    yield 1
    x = yield y
    yield from other()
    z = [(yield 1)]
    f((yield))

def p[T: S3Client, *Ts, **P, U = int](a: T) -> U: return a

def q(
    a,  # first
    b: int = 1,
):
    """Doc."""
    return
