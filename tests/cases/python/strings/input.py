a = 'single'
b = "double"
c = """triple "quoted" text
over lines"""
d = r"raw\n" R'\''
e = b"bytes\x41\xff"
f = u"\u00e9\U0001F600\N{DASH}\x41\101\0"
g = "a\tb\\c\"d\'e\
f\qg"
h = "one" "two" 'three'
i = ("a"
     # between
     "b")
j = rb"\x" Rb'\y'
k = ""
l = """\
first
"""
"a docstring boto3.client('no')"
# a comment boto3.client("no")
m = "emoji \u2028 é"
