_ = gettext
café = 1
été.put(ñ)
match, case, type, async_, print_ = 1, 2, 3, 4, 5
x.match.case.type.import_.class_
print.x = 1
await_ = await1
type: int = 3
print
exec
