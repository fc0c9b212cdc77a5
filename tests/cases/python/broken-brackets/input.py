x = foo(
y = bar(1)
z = [1, 2
def f():
    g(a, {"k": h(1]
    i()
    j(1))
    k()
a = (b,
     c
d = e(f
     , g)
if x:
    l(
class A:
    m = n(
        1
