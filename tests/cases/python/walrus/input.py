if (m := re.match(p, s)):
    m.group()
while chunk := f.read(1): use(chunk)
x = [y := f(), y]
print(a := 1, b=(c := 2))
d[e := 1]
