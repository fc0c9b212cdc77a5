a = 0, 1_000, 0x_ff, 0o17, 0b1, 1., .5, 1e5, 1.5e-3, 2j, 1.e1
b = 1if x else 2
d = 1..real
e = 0xfor x
