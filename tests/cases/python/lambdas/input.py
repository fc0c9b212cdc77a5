a = lambda: 1
b = lambda x: x.put(y)
c = lambda x, y=1, *a, k=2, **kw: (x, y)
d = sorted(xs, key=lambda x: x[0])
e = lambda: (lambda: f())()
f = lambda x: x if x else g()
h = lambda *, k: k
i = lambda x, /: x
j = lambda: (yield)
k = {"a": lambda: 1, "b": lambda x=lambda: 2: x}
l = lambda (a, b): a
