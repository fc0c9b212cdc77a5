a = 1
a = b = c.d = e["k"] = f()
x, y = 1, 2
(x, y) = [p, q] = pair
first, *rest = items()
*init, last = items()
x, = one()
a += 1
s |= {"A": 1}
s.name -= "x"
d["k"] @= m()
x: int
y: str = "s"
self.z: Dict[str, int] = {}
(w): int = 3
t = ()
t = 1,
