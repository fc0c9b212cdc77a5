match cmd.split():
    case ["go", direction]:
        go(direction)
    case ["get", *objs] | ("take", *objs):
        get(objs)
    case {"k": v, **rest}:
        use(v)
    case Point(x=0, y=yy) if check(yy): pass
    case str() as s: use(s)
    case "a" | b.C | -1 | None:
        pass
    case (x): pass
    case other if (n := other): last(n)
    case _:
        pass
match = 1
match.x(y)
match[0] = 2
match(a, b)
match (a):
    case 1: pass
print(match, case, type)
case = 2
type = 3
type(x)
match x, y:
    case 1, z:
        match z:
            case 2: inner()
    case w: pass
