"""The series of scale.py: functions of N that write a project into a folder, by put(path, text).

A shape says what is repeated, language by language: shape(NAME, N, python=TEXT, ...). In TEXT the part between « and » is repeated N times;
‹i› in it stands for 0, 1, 2…, ‹p› for the one before, ‹n› for N; «a|b» repeats a, and after the text up to « » again b, for what nests.
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


@series('small files that know nothing of each other', 500, *ALL)
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


