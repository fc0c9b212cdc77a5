"""The series of scale.py: functions of N that write a project into a folder, by put(path, text).

Most are shapes: shape(NAME, N, python=TEXT, …), where N is the smallest. In TEXT what stands between « and » is repeated N times, with $i for
0, 1, 2…, $p for the number before and $q for the one behind; elsewhere $n is N. GET<x> is an S3 call with the bucket x. Before the text comes
what imports the SDK and makes a client; in Java it stands in a class, but for what precedes a line ===.
"""
import re

SERIES = {} # name: (smallest N, what writes it, largest N or None)


def series(name, n, *langs, most=None):
    """Decorates what writes the series: f(put, N, language)."""
    def keep(f):
        for lang in langs:
            SERIES[f'{name}, {lang}'] = (n, lambda put, k, lang=lang: f(put, k, lang), most)
        return f
    return keep


EXT = {'python': '.py', 'javascript': '.js', 'go': '.go', 'java': '.java'}
ALL = tuple(EXT)

# The frame of a file in each language: what comes before and after statements in a function, and an S3 call with a bucket's expression.
HEAD = {
    'python': 'import boto3\ns3 = boto3.client("s3")\ndef main():\n',
    'javascript': 'const { S3Client, GetObjectCommand } = require("@aws-sdk/client-s3");\nconst s3 = new S3Client({});\nfunction main() {\n',
    'go': 'package main\n\nimport (\n\t"context"\n\t"github.com/aws/aws-sdk-go-v2/aws"\n\t"github.com/aws/aws-sdk-go-v2/config"\n'
          '\t"github.com/aws/aws-sdk-go-v2/service/s3"\n)\n\nvar ctx = context.TODO()\nvar cfg, _ = config.LoadDefaultConfig(ctx)\n'
          'var client = s3.NewFromConfig(cfg)\n\nfunc main() {\n',
    'java': 'package demo;\nimport software.amazon.awssdk.services.s3.S3Client;\nimport software.amazon.awssdk.services.s3.model.GetObjectRequest;\n'
            'class Main {\n  static S3Client s3 = S3Client.create();\n  static void main() {\n',
}
TAIL = {'python': '    pass\n', 'javascript': '}\n', 'go': '}\n', 'java': '  }\n}\n'}


def call(lang, bucket, key='"k"'):
    return {
        'python': f's3.get_object(Bucket={bucket}, Key={key})',
        'javascript': f's3.send(new GetObjectCommand({{ Bucket: {bucket}, Key: {key} }}))',
        'go': f'client.GetObject(ctx, &s3.GetObjectInput{{Bucket: aws.String({bucket}), Key: aws.String({key})}})',
        'java': f's3.getObject(GetObjectRequest.builder().bucket({bucket}).key({key}).build())',
    }[lang]


def stmt(lang, text):
    return {'python': f'    {text}\n', 'go': f'\t{text}\n'}.get(lang, f'  {text};\n')


def let(lang, name, value):
    return stmt(lang, {'python': f'{name} = {value}', 'javascript': f'let {name} = {value}', 'go': f'{name} := {value}',
                       'java': f'var {name} = {value}'}[lang])


def function(lang, name, params, body):
    types = {'go': ', '.join(f'{p} string' for p in params), 'java': ', '.join(f'String {p}' for p in params)}.get(lang, ', '.join(params))
    return {
        'python': f'def {name}({types}):\n{body}    return None\n',
        'javascript': f'function {name}({types}) {{\n{body}}}\n',
        'go': f'func {name}({types}) string {{\n{body}\treturn ""\n}}\n',
        'java': f'  static String {name}({types}) {{\n{body}  return "";\n  }}\n',
    }[lang]


def file(lang, statements, functions=''):
    """One file: statements of main, and functions beside it."""
    if lang == 'java':
        return HEAD[lang] + statements + '  }\n' + functions + '}\n'
    return HEAD[lang] + statements + TAIL[lang] + functions


def one(put, lang, statements, functions=''):
    put('main' + EXT[lang], file(lang, statements, functions))


# ---------------------------------------------------------------- the series

@series('calls in one function', 1000, *ALL)
def many_calls(put, n, lang):
    one(put, lang, ''.join(stmt(lang, call(lang, f'"bucket-{i}"')) for i in range(n)))


@series('small functions, one name of a parameter', 500, *ALL)
def small_functions(put, n, lang):
    one(put, lang, '', ''.join(function(lang, f'fn{i}', ['x'], stmt(lang, call(lang, 'x'))) for i in range(n)))


@series('small functions that spread a map', 500, 'python', 'javascript')
def spread(put, n, lang):
    if lang == 'python':
        body = '    y = {"Bucket": x}\n    s3.get_object(**y)\n'
    else:
        body = '  const y = { Bucket: x };\n  s3.send(new GetObjectCommand({ ...y }));\n'
    one(put, lang, '', ''.join(function(lang, f'fn{i}', ['x'], body) for i in range(n)))


@series('one function called from many places', 625, *ALL)
def one_callee(put, n, lang):
    one(put, lang, ''.join(stmt(lang, f'get("bucket-{i}")') for i in range(n)), function(lang, 'get', ['x'], stmt(lang, call(lang, 'x'))))


@series('one method name in many classes', 300, *ALL)
def one_method(put, n, lang):
    body = {
        'python': lambda i: f'class C{i}:\n    def __init__(self):\n        self.s3 = boto3.client("s3")\n    def run(self, x):\n        self.s3.get_object(Bucket=x, Key="k{i}")\n'
                            f'def use{i}():\n    C{i}().run("b{i}")\n',
        'javascript': lambda i: f'class C{i} {{\n  constructor() {{ this.s3 = new S3Client({{}}); }}\n  run(x) {{ this.s3.send(new GetObjectCommand({{ Bucket: x, Key: "k{i}" }})); }}\n}}\n'
                                f'function use{i}() {{ new C{i}().run("b{i}"); }}\n',
        'go': lambda i: f'type C{i} struct {{ client *s3.Client }}\nfunc (c *C{i}) run(x string) {{\n\tc.client.GetObject(ctx, &s3.GetObjectInput{{Bucket: aws.String(x)}})\n}}\n'
                        f'func use{i}() {{\n\tc := &C{i}{{client: client}}\n\tc.run("b{i}")\n}}\n',
        'java': lambda i: f'  static class C{i} {{\n    S3Client s3 = S3Client.create();\n    void run(String x) {{ s3.getObject(GetObjectRequest.builder().bucket(x).build()); }}\n  }}\n'
                          f'  static void use{i}() {{ new C{i}().run("b{i}"); }}\n',
    }[lang]
    one(put, lang, '', ''.join(body(i) for i in range(n)))


@series('long chain of variables', 500, *ALL)
def chain(put, n, lang):
    text = let(lang, 'v0', '"bucket"') + ''.join(let(lang, f'v{i}', f'v{i - 1}') for i in range(1, n))
    one(put, lang, text + stmt(lang, call(lang, f'v{n - 1}')))


@series('long chain of functions', 500, *ALL)
def calls_chain(put, n, lang):
    text = ''.join(function(lang, f'fn{i}', ['x'], stmt(lang, f'fn{i + 1}(x)')) for i in range(n))
    text += function(lang, f'fn{n}', ['x'], stmt(lang, call(lang, 'x')))
    one(put, lang, stmt(lang, 'fn0("bucket")'), text)


@series('long chain of calls of one object', 500, 'python', 'javascript', 'java')
def builder_chain(put, n, lang):
    one(put, lang, stmt(lang, 'x' + ''.join(f'.a{i % 7}({i})' for i in range(n))) + stmt(lang, call(lang, '"b"')))


@series('assignments to one variable', 500, *ALL)
def assignments(put, n, lang):
    again = {'python': '    v = "b{}"\n', 'javascript': '  v = "b{}";\n', 'go': '\tv = "b{}"\n', 'java': '  v = "b{}";\n'}[lang]
    one(put, lang, let(lang, 'v', '"b"') + ''.join(again.format(i) + stmt(lang, call(lang, 'v')) for i in range(n)))


@series('a text that grows, used at each step', 500, *ALL)
def grows(put, n, lang):
    again = {'python': '    v = v + "x{}"\n', 'go': '\tv = v + "x{}"\n'}.get(lang, '  v = v + "x{}";\n')
    one(put, lang, let(lang, 'v', '"b"') + ''.join(again.format(i) + stmt(lang, call(lang, 'v')) for i in range(n)))


@series('many buckets, keys that are not known', 500, *ALL)
def open_keys(put, n, lang):
    one(put, lang, '', function(lang, 'fn', ['x'], ''.join(stmt(lang, call(lang, f'"bucket-{i}"', 'x')) for i in range(n))))


@series('changes of one map', 500, 'python', 'javascript')
def changes(put, n, lang):
    head = let(lang, 'm', '{}')
    put_in = {'python': '    m["K{0}"] = "v{0}"\n', 'javascript': '  m["K{0}"] = "v{0}";\n'}[lang]
    last = 's3.get_object(**m)' if lang == 'python' else 's3.send(new GetObjectCommand(m))'
    one(put, lang, head + ''.join(put_in.format(i) for i in range(n)) + stmt(lang, last))


@series('concatenation of many parts', 500, *ALL)
def concat(put, n, lang):
    one(put, lang, let(lang, 'v', ' + '.join(f'"p{i}"' for i in range(n))) + stmt(lang, call(lang, 'v')))


@series('deep nesting of calls', 2000, *ALL)
def nesting(put, n, lang):
    one(put, lang, stmt(lang, 'f(' * n + '1' + ')' * n) + stmt(lang, call(lang, '"b"')))


@series('deep nesting of brackets', 2000, 'python', 'javascript')
def brackets(put, n, lang):
    one(put, lang, let(lang, 'v', '[' * n + ']' * n) + stmt(lang, call(lang, '"b"')))


@series('open brackets without end', 2000, *ALL)
def unclosed(put, n, lang):
    put('main' + EXT[lang], HEAD[lang] + stmt(lang, 'f(') * n)


@series('deep nesting of blocks', 200, *ALL)
def blocks(put, n, lang):
    if lang == 'python': # indentation makes the text itself grow with the square: as deep as the limit, and many of them
        text = ''.join(''.join('    ' * (d + 1) + 'if x:\n' for d in range(40)) + '    ' * 41 + call(lang, '"b"') + '\n' for _ in range(n // 20))
    else:
        text = ''.join('if (x) {' for _ in range(n)) + call(lang, '"b"') + ';' + '}' * n + '\n'
        text = text.replace('(x)', 'x') if lang == 'go' else text
    one(put, lang, text)


@series('one huge string', 400000, *ALL)
def string(put, n, lang):
    one(put, lang, let(lang, 'v', '"' + 'x' * n + '"') + stmt(lang, call(lang, 'v')))


@series('one huge list', 4000, *ALL)
def literal(put, n, lang):
    items = ', '.join(f'"item-{i}"' for i in range(n))
    value = {'python': f'[{items}]', 'javascript': f'[{items}]', 'go': f'[]string{{{items}}}', 'java': f'List.of({items})'}[lang]
    one(put, lang, let(lang, 'v', value) + stmt(lang, call(lang, '"b"', 'v[0]' if lang != 'java' else 'v.get(0)')))


@series('one huge map', 4000, 'python', 'javascript', 'go')
def mapping(put, n, lang):
    items = ', '.join(f'"k{i}": "v{i}"' for i in range(n))
    value = f'map[string]string{{{items}}}' if lang == 'go' else f'{{{items}}}'
    one(put, lang, let(lang, 'v', value) + stmt(lang, call(lang, 'v["k1"]')))


@series('comments and blank lines', 20000, *ALL)
def comments(put, n, lang):
    mark = '#' if lang == 'python' else '//'
    one(put, lang, f'    {mark} nothing to see here\n\n' * n)


@series('small files that know nothing of each other', 1500, 'javascript', 'go', 'java')
@series('100,000 small files', 12500, 'python', most=100000)
def files(put, n, lang):
    for i in range(n):
        text = file(lang, stmt(lang, call(lang, f'"bucket-{i}"')))
        if lang == 'java':
            text = text.replace('package demo;', f'package demo{i};').replace('Main', f'Main{i}')
        put(f'd{i // 100}/e{i}/main{i}{EXT[lang]}', text)


@series('small files of one package', 300, *ALL)
def package(put, n, lang):
    for i in range(n):
        body = stmt(lang, call(lang, 'x'))
        use = '' if i == 0 else stmt(lang, f'get{i - 1}("b{i}")') if lang != 'java' else stmt(lang, f'Main{i - 1}.get{i - 1}("b{i}")')
        text = file(lang, use, function(lang, f'get{i}', ['x'], body))
        if lang == 'python':
            text = (f'from .main{i - 1} import get{i - 1}\n' if i else '') + text
        if lang == 'javascript':
            text = (f'const {{ get{i - 1} }} = require("./main{i - 1}");\n' if i else '') + text + f'module.exports = {{ get{i} }};\n'
        if lang == 'go':
            text = text.replace('func main()', f'func main{i}()').replace('var ctx = context.TODO()\n', '' if i else 'var ctx = context.TODO()\n') \
                       .replace('var cfg, _ = config.LoadDefaultConfig(ctx)\nvar client = s3.NewFromConfig(cfg)\n', '' if i else
                                'var cfg, _ = config.LoadDefaultConfig(ctx)\nvar client = s3.NewFromConfig(cfg)\n')
        if lang == 'java':
            text = text.replace('class Main', f'class Main{i}').replace('static void main', f'static void main{i}')
        put(f'pkg/main{i}{EXT[lang]}', text)


@series('files of one name', 300, *ALL)
def same_name(put, n, lang):
    for i in range(n):
        text = file(lang, stmt(lang, call(lang, f'"bucket-{i}"')))
        if lang == 'python':
            text = 'from lib.util import helper\n' + text
        put(f'd{i}/util{EXT[lang]}', text)


@series('no SDK at all', 2000, *ALL)
def plain(put, n, lang):
    body = ''.join(stmt(lang, f'x.get("{i}")') for i in range(3))
    text = file(lang, '', ''.join(function(lang, f'fn{i}', ['x'], body) for i in range(n)))
    put('main' + EXT[lang], text.replace('boto3', 'nothing').replace('aws', 'none').replace('amazon', 'none'))


# ---------------------------------------------------------------- shapes

TOP = {
    'python': 'import os, boto3\nfrom dataclasses import dataclass\ns3 = boto3.client("s3")\n',
    'javascript': 'import { S3Client, GetObjectCommand } from "@aws-sdk/client-s3";\nconst s3 = new S3Client({});\n',
    'go': HEAD['go'].replace('\n\nimport (\n', '\n\nimport (\n\t"fmt"\n\t"os"\n').replace('\nfunc main() {\n', ''),
    'java': 'package demo;\nimport java.util.*;\nimport software.amazon.awssdk.services.s3.S3Client;\n'
            'import software.amazon.awssdk.services.s3.model.GetObjectRequest;\n',
}


def repeated(text, n):
    parts = re.split(r'(\$[ipqn])', text)
    if len(parts) == 1:
        return text * n
    return ''.join(''.join({'$i': str(i), '$p': str(i - 1), '$q': str(i + 1), '$n': str(n)}.get(x, x) for x in parts) for i in range(n))


def shape(name, n, **langs):
    for lang, text in langs.items():
        text = re.sub('GET<([^>]*)>', lambda m, lang=lang: call(lang, m.group(1)), text)
        if lang == 'java':
            top, _, body = text.rpartition('===\n')
            text = TOP[lang] + top + 'class Main {\n  static S3Client s3 = S3Client.create();\n' + body + '}\n'
        else:
            text = TOP[lang] + text

        def write(put, k, text=text, lang=lang):
            whole = re.sub('«(.*?)»', lambda m: repeated(m.group(1), k), text, flags=re.S)
            put('main' + ('.ts' if lang == 'javascript' else EXT[lang]), whole.replace('$n', str(k)))
        SERIES[f'{name}, {lang}'] = (n, write, None)


shape('class of N fields and N methods', 100,
      java='import lombok.Data;\n===\n  @Data static class C {\n«    private String f$i;\n    void m$i() { GET<f$i>; }\n»  }\n'
           '  void use() { C c = new C(); c.setF1("x"); }\n',
      python='@dataclass\nclass C:\n«    f$i: str\n»\n«    def m$i(self):\n        GET<self.f$i>\n»\nc = C("a")\nc.m0()\n',
      javascript='class C {\n«  f$i = "b$i";\n»«  m$i() { GET<this.f$i>; }\n»}\n',
      go='type C struct {\n«\tF$i string\n»}\n«func (c *C) M$i() {\n\tGET<c.F$i>\n}\n»')

shape('function of N parameters', 100,
      python='def fn(«p$i, »):\n«    GET<p$i>\n»\nfn(«"b$i", »)\n',
      javascript='function fn(«p$i, »z) {\n«  GET<p$i>;\n»}\nfn(«"b$i", »"z");\n',
      go='func fn(«p$i string, »z string) {\n«\tGET<p$i>\n»}\nfunc main() {\n\tfn(«"b$i", »"z")\n}\n',
      java='  static void fn(«String p$i, »String z) {\n«    GET<p$i>;\n»  }\n  static void main() { fn(«"b$i", »"z"); }\n')

shape('function of N named parameters', 100,
      python='def fn(*, «p$i="d", »):\n«    GET<p$i>\n»\nfn(«p$i="b$i", »)\n',
      javascript='function fn({«p$i, »z}) {\n«  GET<p$i>;\n»}\nfn({«p$i: "b$i", »z: 1});\n')

shape('kwargs of N keys', 100,
      python='def fn(**kw):\n«    GET<kw["p$i"]>\n»\nfn(«p$i="b$i", »)\n')

shape('map written and read N times', 100,
      python='m = {}\n«m["k$i"] = "b$i"\nGET<m["k$i"]>\n»',
      javascript='const m = {};\n«m["k$i"] = "b$i";\nGET<m["k$i"]>;\n»',
      go='func main() {\n\tm := map[string]string{}\n«\tm["k$i"] = "b$i"\n\tGET<m["k$i"]>\n»}\n',
      java='  void f() {\n  Map<String,String> m = new HashMap<>();\n«  m.put("k$i", "b$i");\n  GET<m.get("k$i")>;\n»  }\n')

shape('object whose fields are written and read N times', 100,
      python='class O: pass\nm = O()\n«m.k$i = "b$i"\nGET<m.k$i>\n»',
      javascript='const m: any = {};\n«m.k$i = "b$i";\nGET<m.k$i>;\n»',
      go='func main() {\n\tvar m T\n«\tm.k$i = "b$i"\n\tGET<m.k$i>\n»}\ntype T struct {\n«\tk$i string\n»}\n')

shape('conditional assignments', 100,
      python='def f(c):\n    v = "a"\n«    if c == $i:\n        v = "b$i"\n    GET<v>\n»',
      javascript='function f(c) {\n  let v = "a";\n«  if (c == $i) { v = "b$i"; }\n  GET<v>;\n»}\n',
      go='func f(c int) {\n\tv := "a"\n«\tif c == $i {\n\t\tv = "b$i"\n\t}\n\tGET<v>\n»}\n',
      java='  void f(int c) {\n    String v = "a";\n«    if (c == $i) { v = "b$i"; }\n    GET<v>;\n»  }\n')

shape('classes in a chain of inheritance', 100,
      python='class C0:\n    def run(self, x):\n        GET<x>\n«class C$q(C$i):\n    def m$i(self):\n        self.run("b$i")\n»',
      javascript='class C0 { run(x) { GET<x>; } }\n«class C$q extends C$i { m$i() { this.run("b$i"); } }\n»',
      java='  static class C0 { void run(String x) { GET<x>; } }\n«  static class C$q extends C$i { void m$i() { run("b$i"); } }\n»',
      go='type C0 struct{ b string }\nfunc (c *C0) run(x string) {\n\tGET<x>\n}\n«type C$q struct { C$i }\nfunc (c *C$q) m$i() {\n'
         '\tc.run("b$i")\n}\n»')

shape('classes of one base', 100,
      python='class B:\n    def run(self):\n        GET<self.name()>\n«class C$i(B):\n    def name(self):\n        return "b$i"\n'
             '»«C$i().run()\n»',
      javascript='class B { run() { GET<this.name()>; } }\n«class C$i extends B { name() { return "b$i"; } }\nnew C$i().run();\n»',
      java='  static abstract class B { abstract String name(); void run() { GET<name()>; } }\n'
           '«  static class C$i extends B { String name() { return "b$i"; } }\n»  void main() {\n«    new C$i().run();\n»  }\n')

shape('implementations of one interface', 100,
      javascript='interface I { run(x: string): void }\n«class C$i implements I { run(x) { GET<x>; } }\n»function f(i: I) {\n'
                 '«  i.run("b$i");\n»}\n',
      java='  interface I { void run(String x); }\n«  static class C$i implements I { public void run(String x) { GET<x>; } }\n'
           '»  void main(I i) {\n«    i.run("b$i");\n»  }\n',
      go='type I interface { run(x string) }\n«type C$i struct{}\nfunc (c C$i) run(x string) {\n\tGET<x>\n}\n»func f(i I) {\n'
         '«\ti.run("b$i")\n»}\n')

shape('methods that call the next one', 100,
      python='class C:\n«    def m$i(self, x):\n        self.m$q(x)\n»    def m$n(self, x):\n        GET<x>\nC().m0("b")\n',
      javascript='class C {\n«  m$i(x) { this.m$q(x); }\n»  m$n(x) { GET<x>; }\n}\nnew C().m0("b");\n',
      java='  static class C {\n«    void m$i(String x) { m$q(x); }\n»    void m$n(String x) { GET<x>; }\n  }\n'
           '  void main() { new C().m0("b"); }\n',
      go='type C struct{}\n«func (c *C) m$i(x string) {\n\tc.m$q(x)\n}\n»func (c *C) m$n(x string) {\n\tGET<x>\n}\n')

shape('functions in a ring', 100,
      python='«def f$i(x):\n    GET<x>\n    f$q(x)\n»def f$n(x):\n    f0("b")\n',
      javascript='«function f$i(x) { GET<x>; f$q(x); }\n»function f$n(x) { f0("b"); }\n',
      java='«  static void f$i(String x) { GET<x>; f$q(x); }\n»  static void f$n(String x) { f0("b"); }\n',
      go='«func f$i(x string) {\n\tGET<x>\n\tf$q(x)\n}\n»func f$n(x string) {\n\tf0("b")\n}\n')

shape('function of N returns', 100,
      python='def f(c):\n«    if c == $i:\n        return "b$i"\n»\n«GET<f($i)>\n»',
      javascript='function f(c) {\n«  if (c == $i) return "b$i";\n»}\n«GET<f($i)>;\n»',
      java='  static String f(int c) {\n«    if (c == $i) return "b$i";\n»    return "";\n  }\n  void main() {\n«    GET<f($i)>;\n'
           '»  }\n',
      go='func f(c int) string {\n«\tif c == $i {\n\t\treturn "b$i"\n\t}\n»\treturn ""\n}\nfunc main() {\n«\tGET<f($i)>\n»}\n')

shape('nested closures', 50,
      javascript='«function f$i(x$i) { »GET<x0>;«}»\nf0("b");\n',
      go='func main() {\n«\tfunc() {\n\t\tx$i := "b"\n»GET<x0>\n«\t}()\n»}\n',
      java='  void main() { «run(() -> { »GET<"b">;«});» }\n')

shape('one global assigned in N functions', 100,
      python='G = ""\n«def f$i():\n    global G\n    G = "b$i"\n    GET<G>\n»',
      javascript='let G = "";\n«function f$i() { G = "b$i"; GET<G>; }\n»',
      java='  static String G = "";\n«  void f$i() { G = "b$i"; GET<G>; }\n»',
      go='var G = ""\n«func f$i() {\n\tG = "b$i"\n\tGET<G>\n}\n»')

shape('clients in a list', 100,
      python='l = [«boto3.client("s3"), »]\nfor c in l:\n    c.get_object(Bucket="b", Key="k")\n'
             '«l[$i].get_object(Bucket="b", Key="k")\n»',
      javascript='const l = [«new S3Client({}), »];\n«l[$i].send(new GetObjectCommand({Bucket: "b", Key: "k"}));\n»')

shape('resources', 100,
      python='r = boto3.resource("s3")\n«b$i = r.Bucket("b$i")\nb$i.upload_file("f", "k$i")\n»')

shape('lookups in the environment', 100,
      python='«GET<os.environ["B$i"]>\n»',
      javascript='«GET<process.env.B$i>;\n»',
      java='  void main() {\n«    GET<System.getenv("B$i")>;\n»  }\n',
      go='func main() {\n«\tGET<os.Getenv("B$i")>\n»}\n')

shape('long else-if', 100,
      python='def f(c):\n    v = ""\n    if c == 0:\n        v = "a"\n«    elif c == $i:\n        v = "b$i"\n»    GET<v>\n',
      javascript='function f(c) { let v = ""; if (c) {}\n«  else if (c == $i) { v = "b$i"; GET<v>; }\n»  GET<v>; }\n',
      java='  void f(int c) { String v = ""; if (c == 0) {}\n«  else if (c == $i) { v = "b$i"; GET<v>; }\n»  GET<v>; }\n',
      go='func f(c int) {\n\tv := ""\n\tif c == 0 {\n\t}« else if c == $i {\n\t\tv = "b$i"\n\t\tGET<v>\n\t}»\n\tGET<v>\n}\n')

shape('tuple of N unpacked', 100,
      python='«a$i, »= «"b$i", »\n«GET<a$i>\n»',
      javascript='const [«a$i, »] = [«"b$i", »];\n«GET<a$i>;\n»',
      go='func main() {\n\t«a$i, »z := «"b$i", »1\n«\tGET<a$i>\n»}\n')

shape('template of N parts', 100,
      python='x = "b"\nGET<f"«{x}-$i»">\n',
      javascript='const x = "b";\nGET<`«${x}-$i»`>;\n',
      go='func main() {\n\tx := "b"\n\tGET<fmt.Sprintf("«%s-»", «x, »)>\n}\n',
      java='  void main() { String x = "b"; GET<String.format("«%s-»", «x, »x)>; }\n')

shape('overloads', 50,
      java='«  static void f(T$i t, String x) { GET<x>; }\n»  void main() {\n«    f(new T$i(), "b$i");\n»  }\n',
      javascript='«function f(x: T$i): void;\n»function f(x: any) { GET<x>; }\n«f("b$i");\n»')

shape('keyed struct literal', 100,
      go='type C struct {\n«\tF$i string\n»}\nfunc main() {\n\tc := C{«F$i: "b$i", »}\n«\tGET<c.F$i>\n»}\n',
      javascript='const c = {«F$i: "b$i", »};\n«GET<c.F$i>;\n»',
      python='c = dict(«F$i="b$i", »)\n«GET<c["F$i"]>\n»')

shape('promises in a chain', 50,
      javascript='Promise.resolve("b")«.then(x => { GET<x>; return x; })»;\n')

shape('setters of a builder', 100,
      python='class B:\n«    def set$i(self, x):\n        self.f$i = x\n        return self\n»\nb = B()«.set$i("b$i")»\n«GET<b.f$i>\n»',
      javascript='class B {\n«  set$i(x) { this.f$i = x; return this; }\n»}\nconst b = new B()«.set$i("b$i")»;\n«GET<b.f$i>;\n»',
      java='  static class B {\n«    String f$i;\n    B set$i(String x) { this.f$i = x; return this; }\n»  }\n'
           '  void main() { B b = new B()«.set$i("b$i")»;\n«    GET<b.f$i>;\n»  }\n')

shape('string without end', 1000,
      python='x = "«abc def »\n',
      javascript='x = "«abc def »\n',
      go='var x = "«abc def »\n',
      java='  String x = "«abc def »\n')

shape('triple quotes that never end', 1000,
      python='«x = """ "" \'\'\' »',
      java='«  String x = """ "" »',
      go='«x` "»',
      javascript='«x`${`»')

shape('comments without end', 1000,
      javascript='«/* a »',
      go='«/* a »',
      java='«/* a »')

shape('less-than', 1000,
      javascript='x = «a < »b;\n',
      java='  int x = «a < »b;\n',
      go='var x = «a < »b\n')

shape('nested generics', 500,
      javascript='let x: «A<»b«>»;\nf();\n',
      java='  «A<»b«>» x;\n')

shape('mixed brackets', 3000,
      javascript='«([{)»',
      go='«([{)»',
      java='«([{)»',
      python='«([{)»')

shape('star imports', 100,
      python='«from a$i import *\n»«GET<x$i>\n»',
      java='«import a.b$i.*;\n»===\n  void f() {\n«    GET<X$i.y>;\n»  }\n',
      javascript='«export * from "m$i";\n»«GET<x$i>;\n»')

shape('callbacks of one function', 100,
      javascript='function run(f) { f("b"); }\n«run(x => { GET<x>; });\n»',
      python='def run(f):\n    f("b")\n«run(lambda x: GET<x>)\n»',
      go='func run(f func(x string)) { f("b") }\nfunc main() {\n«\trun(func(x string) { GET<x> })\n»}\n',
      java='  static void run(java.util.function.Consumer<String> f) { f.accept("b"); }\n  void main() {\n«    run(x -> GET<x>);\n'
           '»  }\n')

shape('appends, each followed by a use', 100,
      python='l = []\n«l.append("b$i")\nGET<l[0]>\n»',
      javascript='const l = [];\n«l.push("b$i");\nGET<l[0]>;\n»',
      go='func f() {\n\tl := []string{}\n«\tl = append(l, "b$i")\n\tGET<l[0]>\n»}\n',
      java='  void f() { List<String> l = new ArrayList<>();\n«    l.add("b$i"); GET<l.get(0)>;\n»  }\n')

shape('instances of one class', 100,
      python='class C:\n    def __init__(self, b):\n        self.b = b\n    def run(self):\n        GET<self.b>\n«C("b$i").run()\n»',
      javascript='class C { constructor(b) { this.b = b; } run() { GET<this.b>; } }\n«new C("b$i").run();\n»',
      java='  static class C { String b; C(String b) { this.b = b; } void run() { GET<b>; } }\n  void main() {\n'
           '«    new C("b$i").run();\n»  }\n',
      go='type C struct { b string }\nfunc (c *C) run() {\n\tGET<c.b>\n}\nfunc main() {\n«\tc$i := &C{b: "b$i"}\n\tc$i.run()\n»}\n')

shape('instances, N fields of other objects', 100,
      python='class C:\n    pass\n«x$i = C()\nx$i.b = "b$i"\nGET<x$i.b>\n»',
      javascript='class C {}\n«const x$i = new C(); x$i.b = "b$i"; GET<x$i.b>;\n»',
      java='  static class C { String b; }\n  void main() {\n«    C x$i = new C(); x$i.b = "b$i"; GET<x$i.b>;\n»  }\n',
      go='type C struct { b string }\nfunc main() {\n«\tvar x$i C\n\tx$i.b = "b$i"\n\tGET<x$i.b>\n»}\n')

shape('records', 100,
      java='«  record R$i(String a, String b) { void run() { GET<a>; } }\n»  void main() {\n«    new R$i("a$i", "b").run();\n»  }\n')

shape('dispatch table', 100,
      python='«def h$i(x):\n    GET<x>\n»T = {«"k$i": h$i, »}\n«T["k$i"]("b$i")\n»',
      javascript='«function h$i(x) { GET<x>; }\n»const T = {«k$i: h$i, »};\n«T["k$i"]("b$i");\n»',
      go='«func h$i(x string) {\n\tGET<x>\n}\n»var T = map[string]func(string){«"k$i": h$i, »}\nfunc main() {\n«\tT["k$i"]("b$i")\n»}\n')

shape('each calls all before, by twos', 100,
      python='def f0(x):\n    GET<x>\n«def f$q(x):\n    f$i(x)\n    f$i(x + "b")\n»f$n("b")\n',
      javascript='function f0(x) { GET<x>; }\n«function f$q(x) { f$i(x); f$i(x + "b"); }\n»f$n("b");\n',
      go='func f0(x string) {\n\tGET<x>\n}\n«func f$q(x string) {\n\tf$i(x)\n\tf$i(x + "b")\n}\n»',
      java='  static void f0(String x) { GET<x>; }\n«  static void f$q(String x) { f$i(x); f$i(x + "b"); }\n»')

shape('updates of one map', 100,
      python='m = {}\n«m.update({"k$i": "b$i"})\n»«GET<m["k$i"]>\n»',
      javascript='const m: any = {};\n«Object.assign(m, {k$i: "b$i"});\n»«GET<m.k$i>;\n»')

shape('join of N', 100,
      python='GET<"-".join([«"p$i", »])>\n',
      javascript='GET<[«"p$i", »].join("-")>;\n',
      go='func f() {\n\tGET<strings.Join([]string{«"p$i", »}, "-")>\n}\n',
      java='  void f() { GET<String.join("-", «"p$i", »"z")>; }\n')

shape('values from settings', 100,
      java='import org.springframework.beans.factory.annotation.Value;\n===\n«  @Value("${k$i}") String f$i;\n'
           '  void m$i() { GET<f$i>; }\n»')

shape('prototypes', 100,
      javascript='function C() {}\n«C.prototype.m$i = function (x) { this.m$q(x); GET<x>; };\n»new C().m0("b");\n')

shape('comments on one line', 1000,
      javascript='«/* a */ »',
      java='«/* a */ »',
      go='«/* a */ »')

shape('regular expressions without end on one line', 1000,
      javascript='x = «/[ »')

shape('types that look like elements', 300,
      javascript='«let a$i: <T>(x: T) => U;\n»')

shape('nonlocals', 50,
      python='def f():\n    x = 1\n«    def g$i():\n        nonlocal y$i\n        y$i = 2\n»')
