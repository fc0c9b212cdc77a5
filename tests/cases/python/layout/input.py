def tabs():
	if x:
	    a()
        b()
	c()
def forms():
    d()

    e()
    e2()
class A: x = 1; y = f()
if a: b(); c()
d(); e();
x = \
    1 + \
    f()
y = [
# comment at column 0
  1,

  2]
def g():
    '''doc'''
  # odd comment
    h()
  # another
i()
if x:
        deep()
   # comment
if y: pass
