s3 = None
def init():
    global s3, t
    s3 = boto3.client("s3")
def f():
    x = 1
    def g():
        nonlocal x
        x = s3
