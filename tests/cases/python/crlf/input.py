import boto3
def f():
    x = """a
b"""
    return g(
        1)
h("a\
b")
i()
