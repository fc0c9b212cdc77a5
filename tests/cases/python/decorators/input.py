@a
@b.c
@d(e())
@f[0]
@(lambda x: x)
def g(): pass

@h
# comment

@i
class J: pass

@k
x = 1
def l(): pass
