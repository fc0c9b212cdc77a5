a = f"plain"
b = f"{x}"
c = f"{bucket}/in/{key}.csv"
d = f"{x!r} {x!s} {x:>10} {x:} {x!s:5} {x:{w}.{p()}}"
e = f"{{literal}} {x}"
f = f"{x=} {x = }"
g = f"{d["k"]} {f"{inner(f'{deep()}')}"} {', '.join(names)}"
h = f'''{
    a  # comment }
    + b
}'''
i = F"{x}" "text" f'{y}' r"\d"
j = rf"\d{x}\n" fr'{y}'
k = f"{lambda_}{(lambda: 1)()}{x if y else z}{ {'a': 1}['a'] }"
l = f"{x:%Y-%m-%d} {x:{'>'}{10}}"
m = f"\N{DASH}\x41{x}\
"
n = f"{(y := g())}{x != y}{x == y}{*a, b}"
o = t"template {x}"
p = f"{x!r:>{w()}}"
q = f"{yield_}" f"" ""
r = f"{await_(x)}"
