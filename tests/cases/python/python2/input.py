print "hello"
print "a %s" % f(), g
print >>sys.stderr, "x", h()
print
print x,
print(y)
print ("a"), b
exec "code" in ns
exec code
try:
    a()
except IOError, e:
    b(e)
except (A, B), err:
    raise ValueError, "m"
if a <> b: pass
x = 0777 + 10L + 0xFFL
s = ur"raw" + `repr(x)`
def f(a, (b, c)=(1, 2), d=3):
    return lambda (x, y): x
print not_a_statement.x
for i in xrange(3): print i
async = True
f(async=1)
x.print("y")
d.exec()
raise E, "m", tb
