x = boto3.client("s3")
y = = 1
z = foo bar(g())
def f(a b):
    x = 1
    return x
for x of y:
    a()
else b():
    c()
class D(:
    def m(self): return 1
)
import
from x
w = 1 +
x.put_object(Bucket="b")
if
return return
a ? b : c
