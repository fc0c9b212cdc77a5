f()
f(a, b=1, *c, **d)
f(*a, *b, k=v, **c, **d)
a.b.c(d)(e)[f](g=h)
f(x)(y).z
f(a,)
f(
    a,
    # comment
    b=g(h()),
)
client.put_object(Bucket="b", Key=key, **{"VersionId": v})
f(x for x in y)
f(a, (x for x in y), *[z])
f(a := g())
f(print=1, match=2, type=3, async_=4)
super().__init__(a)
super(A, self).run()
x = f(yield_=1).g
("%s" % a).format(b)
"{}/{}".format(a, b)
[f, g][0](x)
f(*args, key="v",)
