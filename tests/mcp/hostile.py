#!/usr/bin/env python3
"""The server against clients that do everything wrong, and against many calls. Only the standard library is needed.

usage: hostile.py BINARY [CALLS]"""
import http.client, json, os, select, signal, socket, subprocess, sys, tempfile, threading, time, urllib.parse

import common
from common import DEMO, DENIAL

BIN = sys.argv[1]
CALLS = int(sys.argv[2]) if len(sys.argv) > 2 else 2000
passed = 0


def check(ok, *what):
    global passed
    assert ok, what
    passed += 1


def init(version='2025-11-25', **capabilities):
    return {'jsonrpc': '2.0', 'id': 'init', 'method': 'initialize',
            'params': {'protocolVersion': version, 'capabilities': capabilities, 'clientInfo': {'name': 't', 'version': '1'}}}


def call(n, tool='generate_application_policies', arguments=None, **more):
    return {'jsonrpc': '2.0', 'id': n, 'method': 'tools/call', 'params': {'name': tool, 'arguments': arguments or {'SourceFiles': [DEMO]}, **more}}


class Server:
    """The server on pipes, a line at a time."""

    def __init__(self, *options, first=None):
        self.p = subprocess.Popen([BIN, 'mcp-server', *options], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                  env=common.environment())
        self.info, self.buffer = None, b''
        if first is not None:
            self.send(first)
            self.info = self.read()

    def send(self, message):
        data = message if isinstance(message, bytes) else json.dumps(message).encode()
        self.p.stdin.write(data + b'\n')
        self.p.stdin.flush()

    def read(self, seconds=30):
        while b'\n' not in self.buffer:
            ready, _, _ = select.select([self.p.stdout], [], [], seconds)
            assert ready, 'no answer'
            more = os.read(self.p.stdout.fileno(), 1 << 16)
            if not more:
                return None
            self.buffer += more
        line, self.buffer = self.buffer.split(b'\n', 1)
        return json.loads(line)

    def quiet(self, seconds=0.3):
        return not self.buffer and not select.select([self.p.stdout], [], [], seconds)[0]

    def end(self, status=0, seconds=30):
        if not self.p.stdin.closed:
            try:
                self.p.stdin.close()
            except BrokenPipeError:
                pass
        err = self.p.stderr.read().decode()
        self.p.wait(seconds)
        check(self.p.returncode == status and 'Sanitizer' not in err and 'runtime error' not in err, self.p.returncode, err)


def bad_messages():
    s = Server(first=init())
    check(s.info['result']['protocolVersion'] == '2025-11-25', s.info)
    deep = b'[' * 100000
    for data, code in [
        (b'{', -32700), (b'nonsense', -32700), (b'{"a":1} x', -32700), (b'\xff\xfe', -32700), (b'"a\x01b"', -32700), (b'{"a":"\\ud800"}', -32700),
        (b'{"a":"\\u0000"}', -32700), (b'[01]', -32700), (b'{"a":1,}', -32700), (b"{'a':1}", -32700), (b'[1.]', -32700), (b'[+1]', -32700),
        (deep, -32700), (deep + b']' * 100000, -32700), (b'{"a":' * 90 + b'1' + b'}' * 90, -32700), (b'[' + b'1,' * 300000 + b'1]', -32700),
        (b'1', -32600), (b'null', -32600), (b'"x"', -32600), (b'{}', -32600), (b'[]', -32600), (b'[1]', -32600),
        (b'{"jsonrpc":"1.0","id":1,"method":"ping"}', -32600), (b'{"id":1,"method":"ping"}', -32600),
        (b'{"jsonrpc":"2.0","id":1,"method":5}', -32600), (b'{"jsonrpc":"2.0","id":null,"method":"ping"}', -32600),
        (b'{"jsonrpc":"2.0","id":[],"method":"ping"}', -32600), (b'{"jsonrpc":"2.0","id":1.5,"method":"ping"}', -32600),
        (b'{"jsonrpc":"2.0","id":1e300,"method":"ping"}', -32600), (b'{"jsonrpc":"2.0","id":1,"method":"ping","params":[]}', -32600),
        (b'{"jsonrpc":"2.0","id":1}', -32600), (b'{"jsonrpc":"2.0","id":1,"result":{},"error":{}}', -32600),
        (b'{"jsonrpc":"2.0","id":1,"method":"no/such"}', -32601), (b'{"jsonrpc":"2.0","id":1,"method":"initialize","params":{}}', -32602),
        (json.dumps(init()).encode(), -32600), (b'{"jsonrpc":"2.0","id":1,"method":"tools/list","params":{"cursor":7}}', -32602),
        (b'{"jsonrpc":"2.0","id":1,"method":"tools/list","params":{"cursor":"at-99999999999999999999"}}', -32602),
        (b'{"jsonrpc":"2.0","id":1,"method":"tools/call"}', -32602), (b'{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":[]}}', -32602),
        (b'{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"check_policy","arguments":[]}}', -32602),
        (b'{"jsonrpc":"2.0","id":1,"method":"resources/read"}', -32602), (b'{"jsonrpc":"2.0","id":1,"method":"resources/read","params":{"uri":"x:/y"}}', -32002),
        (b'{"jsonrpc":"2.0","id":1,"method":"prompts/get","params":{"name":"x"}}', -32602),
        (b'{"jsonrpc":"2.0","id":1,"method":"prompts/get","params":{"name":"fix_denial"}}', -32602),
        (b'{"jsonrpc":"2.0","id":1,"method":"logging/setLevel","params":{"level":"loud"}}', -32602),
        (b'x' * (9 << 20), -32600),
    ]:
        s.send(data)
        r = s.read()
        check(r['error']['code'] == code and 'result' not in r, data[:60], r)
    # wrong types in every argument are results with isError
    schema = None
    s.send({'jsonrpc': '2.0', 'id': 1, 'method': 'tools/list'})
    for tool in s.read()['result']['tools']:
        for name in tool['inputSchema']['properties']:
            for value in (5, -1, 1e99, True, {}, [[]], [1], '', 'x' * 100000, '\u2028\U0001f600'):
                s.send(call(2, tool['name'], {**common.ARGUMENTS.get(tool['name'], {'ErrorMessage': DENIAL}), name: value}))
                r = s.read()
                while 'id' not in r:
                    r = s.read()
                check('result' in r and 'content' in r['result'], tool['name'], name, value, r)
    for message in ({'jsonrpc': '2.0', 'method': 'notifications/none'}, {'jsonrpc': '2.0', 'id': 77, 'result': {}},
                    {'jsonrpc': '2.0', 'method': 'notifications/cancelled', 'params': {'requestId': 'zz'}}, b'', b'   '):
        s.send(message)
    check(s.quiet(), 'notifications are not answered')
    s.send({'jsonrpc': '2.0', 'id': 'ok', 'method': 'ping'})
    check(s.read() == {'jsonrpc': '2.0', 'id': 'ok', 'result': {}}, 'ping')
    s.end()


def patterns():
    """Wildcards by the hundred thousand cost no more than reading them."""
    s = Server(first=init())
    run = '*a' * 50000
    for tool, arguments in [
        ('check_policy', {'Policy': json.dumps({'Version': '2012-10-17', 'Statement': [{'Effect': 'Allow', 'Action': ['s3:*', run], 'Resource': resource}]})})
        for resource in (run, 'arn:aws:s3:::' + run, 'arn:*:s3:*:*:' + '?' * 100000, ['arn:aws:s3:::' + 'x*' * n for n in range(500)])
    ] + [('explain_policy', {'Actions': [run]}), ('explain_policy', {'Resources': [run, 'arn:aws:s3:::' + run]}),
         ('generate_application_policies', {'Exclude': [run]}), ('query_service_reference', {'Actions': [run]}),
         ('fix_access_denied', {'ResourceOverride': 'arn:aws:s3:::' + run}), ('generate_policy_for_access_denied', {})]:
        own = {'query_service_reference': {'Service': 's3'}, 'fix_access_denied': {'ErrorMessage': DENIAL},
               'generate_policy_for_access_denied': {'ErrorMessage': DENIAL.replace('my.bucket', run)}}.get(tool, {'SourceFiles': [DEMO]})
        before = cpu(s.p.pid)
        s.send(call(1, tool, {**own, **arguments}))
        r = s.read()
        while 'id' not in r:
            r = s.read()
        check('result' in r and cpu(s.p.pid) - before < 5, tool, list(arguments), cpu(s.p.pid) - before)
    s.end()


def revisions():
    for asked, got in (('2024-11-05', None), ('2025-03-26', None), ('2025-06-18', None), ('2025-11-25', None), ('1999-01-01', '2025-11-25'), ('', '2025-11-25')):
        s = Server(first=init(asked))
        check(s.info['result']['protocolVersion'] == (got or asked), asked, s.info)
        s.send({'jsonrpc': '2.0', 'id': 1, 'method': 'tools/list'})
        tool = s.read()['result']['tools'][0]
        new = (got or asked) >= '2025-06-18'
        check(('outputSchema' in tool) == new and ('annotations' in tool) == ((got or asked) >= '2025-03-26'), asked, tool.keys())
        s.send(call(2))
        check(('structuredContent' in s.read()['result']) == new, asked)
        s.send([{'jsonrpc': '2.0', 'id': 3, 'method': 'ping'}, call(4), {'jsonrpc': '2.0', 'method': 'notifications/x'}, 5])
        r = s.read()
        if asked == '2025-03-26':
            check(sorted(str(m['id']) for m in r) == ['3', '4', 'None'], r)
            s.send([{'jsonrpc': '2.0', 'method': 'notifications/x'}])
            s.send([{'jsonrpc': '2.0', 'id': n, 'method': 'ping'} for n in range(200)])
            check(s.read()['error']['code'] == -32600, 'too many in a batch')
        else:
            check(r['error']['code'] == -32600, r)
        s.end()
    s = Server()
    for method in ('tools/list', 'tools/call', 'resources/list'):
        s.send({'jsonrpc': '2.0', 'id': 1, 'method': method})
        check('error' in s.read(), method)
    s.send({'jsonrpc': '2.0', 'id': 2, 'method': 'ping'})
    check('result' in s.read(), 'ping before initialize')
    s.end()


NEW = '2026-07-28'
VERSION, CAPABILITIES, LEVEL, SERVER = (f'io.modelcontextprotocol/{x}' for x in ('protocolVersion', 'clientCapabilities', 'logLevel', 'serverInfo'))


def alone(n, method, params=None, meta=None, **capabilities):
    """A request that stands alone."""
    return {'jsonrpc': '2.0', 'id': n, 'method': method, 'params': {**(params or {}), '_meta': {VERSION: NEW, CAPABILITIES: capabilities, **(meta or {})}}}


def alone_call(n, tool='generate_application_policies', arguments=None, meta=None, more=None, **capabilities):
    return alone(n, 'tools/call', {'name': tool, 'arguments': arguments or {'SourceFiles': [DEMO]}, **(more or {})}, meta, **capabilities)


def stateless():
    """Requests of 2026-07-28, beside a session and without one."""
    for s in (Server(), Server(first=init())):
        s.send(alone(1, 'server/discover'))
        r = s.read()['result']
        check(r['supportedVersions'] == [NEW] and r['resultType'] == 'complete' and r['_meta'][SERVER]['name'] == 'iam-policy-autopilot' and
              r['ttlMs'] >= 0 and r['cacheScope'] == 'public' and 'tools' in r['capabilities'], r)
        for method in ('tools/list', 'resources/list', 'resources/templates/list', 'prompts/list'):
            s.send(alone(2, method))
            r = s.read()['result']
            check(r['resultType'] == 'complete' and r['ttlMs'] >= 0 and r['cacheScope'] == 'public' and SERVER in r['_meta'], method, r)
        for m, code in [
            (alone(3, 'ping'), -32601), (alone(3, 'logging/setLevel', {'level': 'debug'}), -32601), (alone(3, 'initialize'), -32601),
            (alone(3, 'resources/subscribe', {'uri': 'x'}), -32601), (alone(3, 'tools/list', meta={VERSION: '2025-11-25'}), -32022),
            (alone(3, 'tools/list', meta={VERSION: '2099-01-01'}), -32022), (alone(3, 'tools/list', meta={VERSION: 5}), -32602),
            (alone(3, 'tools/list', meta={CAPABILITIES: None}), -32602), (alone(3, 'tools/list', meta={CAPABILITIES: []}), -32602),
            ({'jsonrpc': '2.0', 'id': 3, 'method': 'tools/list', 'params': {'_meta': {VERSION: NEW}}}, -32602),
            (alone(3, 'tools/list', meta={LEVEL: 'loud'}), -32602), (alone(3, 'tools/list', {'cursor': 'x'}), -32602),
            (alone(3, 'resources/read', {'uri': 'x:/y'}), -32602), (alone(3, 'resources/read', {'uri': 'iam-policy-autopilot://explanation'}), -32602),
            (alone_call(3, 'none'), -32602), (alone_call(3, more={'inputResponses': 7}), -32602), (alone(3, 'subscriptions/listen'), -32602),
            (alone(3, 'subscriptions/listen', {'notifications': {'resourceSubscriptions': 1}}), -32602),
            ({'jsonrpc': '2.0', 'id': 3, 'method': 'server/discover'}, -32601),
        ]:
            s.send(m)
            r = s.read()
            check(r['id'] == 3 and r['error']['code'] == code, m, r)
            if code == -32022:
                check(r['error']['data']['supported'] == [NEW] and r['error']['data']['requested'] == m['params']['_meta'][VERSION], r)
        # log messages only when they are asked for
        with tempfile.TemporaryDirectory() as d:
            open(d + '/x.py', 'wb').write(b'import boto3\ndef f(n):\n    getattr(boto3.client("s3"), n)()\nboto3.client("s3").list_buckets()\n')
            s.send(alone_call(4, arguments={'SourceFiles': [d]}))
            check('Warnings' in s.read()['result']['structuredContent'], 'no log message')
            s.send(alone_call(4, arguments={'SourceFiles': [d]}, meta={LEVEL: 'debug'}))
            r = s.read()
            check(r['method'] == 'notifications/message', r)
            while 'id' not in r:
                r = s.read()
        # roots, asked for in every request
        s.send(alone_call(5, arguments={'SourceFiles': ['handler.py']}, roots={}))
        r = s.read()['result']
        check(r['resultType'] == 'input_required' and r['inputRequests']['roots']['method'] == 'roots/list' and 'isError' not in r, r)
        for given, what in (([{'uri': 'file://' + DEMO}], 'Policies'), ([{'uri': 'file:///none'}], 'roots'), ([{'uri': 'file://' + DEMO + '/orders'}], 'roots')):
            s.send(alone_call(6, arguments={'SourceFiles': [DEMO + '/handler.py']}, more={'inputResponses': {'roots': {'roots': given}, 'x': {}}}, roots={}))
            r = s.read()['result']
            check(what in r['content'][0]['text'] and r['isError'] == (what == 'roots'), r)
        for given in ({}, {'roots': 1}, {'roots': {'roots': 1}}):
            s.send(alone_call(6, arguments={'SourceFiles': [DEMO]}, more={'inputResponses': given}, roots={}))
            r = s.read()['result']
            check(r['resultType'] == 'input_required' if not given else r['isError'], r)
        # the user is asked by a result; the agreement counts for nothing but what was shown
        fix = {'ErrorMessage': DENIAL}
        yes = {'confirm': {'action': 'accept', 'content': {'confirmed': True}}}
        s.send(alone_call(7, 'fix_access_denied', fix))
        check(s.read()['result']['isError'], 'cannot be asked')
        s.send(alone_call(7, 'fix_access_denied', fix, elicitation={'url': {}}))
        check(s.read()['result']['isError'], 'cannot be asked by a form')
        s.send(alone_call(7, 'fix_access_denied', fix, elicitation={}))
        r = s.read()['result']
        state = r['requestState']
        check(r['resultType'] == 'input_required' and r['inputRequests']['confirm']['method'] == 'elicitation/create', r)
        other = {'ErrorMessage': DENIAL.replace('GetObject', 'DeleteObject')}
        for arguments, more, asked_again in [
            (fix, {'inputResponses': yes}, True), (fix, {'requestState': state}, True), (other, {'inputResponses': yes, 'requestState': state}, False),
            (fix, {'inputResponses': yes, 'requestState': state[:-1] + 'x'}, False), (fix, {'inputResponses': yes, 'requestState': '9' + state}, False),
            (fix, {'inputResponses': yes, 'requestState': ''}, False), (fix, {'inputResponses': yes, 'requestState': 5}, False),
            (fix, {'inputResponses': {'confirm': 5}, 'requestState': state}, False), (fix, {'inputResponses': {'confirm': {'action': 'decline'}}, 'requestState': state}, False),
        ]:
            s.send(alone_call(8, 'fix_access_denied', arguments, more=more, elicitation={}))
            r = s.read()['result']
            check(r['resultType'] == 'input_required' if asked_again else r['structuredContent']['FixResult']['Success'] is False and
                  'connect' not in r['structuredContent']['FixResult']['Error'].lower(), more, r)
        # subscriptions
        s.send(alone('s', 'subscriptions/listen', {'notifications': {'toolsListChanged': True}}))
        r = s.read()
        check(r['method'] == 'notifications/subscriptions/acknowledged' and r['params']['notifications'] == {} and
              r['params']['_meta']['io.modelcontextprotocol/subscriptionId'] == 's', r)
        s.send(alone('s', 'subscriptions/listen', {'notifications': {}}))
        check(s.read()['error']['code'] == -32600, 'an id that is in use')
        s.send({'jsonrpc': '2.0', 'method': 'notifications/cancelled', 'params': {'requestId': 's'}})
        for n in range(256):
            s.send(alone(n, 'subscriptions/listen', {'notifications': {}}))
            check(s.read()['method'] == 'notifications/subscriptions/acknowledged', n)
        s.send(alone(300, 'subscriptions/listen', {'notifications': {}}))
        check(s.read()['error']['code'] == -32603, 'too many')
        s.p.stdin.close()
        ends = [s.read() for _ in range(256)]
        check(sorted(r['id'] for r in ends) == list(range(256)) and all(r['result']['_meta']['io.modelcontextprotocol/subscriptionId'] == r['id'] for r in ends), ends)
        s.end()


def escapes():
    """Roots cannot be left: not by .., not by links to files or folders, wherever they stand."""
    with tempfile.TemporaryDirectory() as d:
        secret = 'import boto3\nboto3.client("sqs").delete_queue(QueueUrl="u")\n'
        for name in ('inside', 'inside/sub', 'outside', 'inside-too'):
            os.mkdir(f'{d}/{name}')
        for name, text in (('inside/a.py', 'import boto3\nboto3.client("s3").list_buckets()\n'), ('outside/b.py', secret), ('inside-too/c.py', secret)):
            with open(f'{d}/{name}', 'w') as f:
                f.write(text)
        os.symlink('../outside/b.py', f'{d}/inside/link.py')
        os.symlink('../outside', f'{d}/inside/folder')
        os.symlink('..', f'{d}/inside/sub/up')
        os.symlink('inside', f'{d}/alias')
        s = Server(first=init(roots={}))

        def ask(path, root='/inside'):
            s.send(call(1, arguments={'SourceFiles': [path]}))
            r = s.read()
            while 'id' not in r or 'method' in r:
                if r.get('method') == 'roots/list':
                    s.send({'jsonrpc': '2.0', 'id': r['id'], 'result': {'roots': [{'uri': f'file://{d}{root}'}]}})
                r = s.read()
            text = r['result']['content'][0]['text']
            assert 'sqs:' not in text, (path, text)
            return not r['result']['isError'] and 's3:ListAllMyBuckets' in text

        for path in ('', '/a.py', '/sub/../a.py', '/./a.py', '/sub/up/a.py', '/../alias/a.py'):
            check(ask(f'{d}/inside{path}'), path)
        for path in ('/../outside', '/../outside/b.py', '/link.py', '/folder', '/folder/b.py', '-too/c.py', '-too', '/sub/up/../outside/b.py', '/..', '/../../..'):
            check(not ask(f'{d}/inside{path}'), path)
        for path in ('a.py', 'sub/../a.py', f'file://{d}/inside/%61.py', f'file://localhost{d}/inside/a.py'):
            check(ask(path), path)
        for path in ('../outside/b.py', 'link.py', f'file://{d}/inside/%2e%2e/outside/b.py', f'file://{d}/inside/a.py%00', '/proc/self/cwd', '/dev/stdin', '-'):
            check(not ask(path), path)
        s.end()


def cancelling():
    with common.slow_project() as slow:
        s = Server(first=init())
        s.send(call(1, arguments={'SourceFiles': [slow]}))
        s.send(call(1))
        check(s.read()['error']['code'] == -32600, 'an id that is in use')
        s.send({'jsonrpc': '2.0', 'method': 'notifications/cancelled', 'params': {'requestId': 1}})
        s.send(call(2))
        check(s.read()['id'] == 2, 'a cancelled call is not answered')
        t = time.time()
        s.end()
        check(time.time() - t < 5, 'the cancelled call went on')
        for how in (signal.SIGTERM, signal.SIGINT):  # in the middle of a call
            s = Server(first=init())
            s.send(call(1, arguments={'SourceFiles': [slow]}))
            time.sleep(0.2)
            t = time.time()
            s.p.send_signal(how)
            s.end()
            check(time.time() - t < 5, 'slow to end')
        s = Server(first=init())  # the client goes away in the middle of a call
        s.send(call(1, arguments={'SourceFiles': [slow]}))
        s.p.stdout.close()
        t = time.time()
        s.end()
        check(time.time() - t < 8, 'slow to notice that nobody reads')
        s = Server(first=init())  # it only stops writing: the answer still comes
        s.send(call(1))
        s.p.stdin.close()
        check(s.read()['id'] == 1, 'half-closed')
        s.end()
    s = Server(first=init(elicitation={}))  # waiting for the user
    s.send(call(1, 'fix_access_denied', {'ErrorMessage': DENIAL}))
    ask = s.read()
    check(ask['method'] == 'elicitation/create' and ask['params']['mode'] == 'form', ask)
    s.send({'jsonrpc': '2.0', 'id': 99, 'result': {'action': 'accept', 'content': {'confirmed': True}}})
    s.send({'jsonrpc': '2.0', 'method': 'notifications/cancelled', 'params': {'requestId': 1}})
    r = s.read()
    check(r['method'] == 'notifications/cancelled' and r['params']['requestId'] == ask['id'], r)
    for answer in ({'result': {'action': 'accept', 'content': {'confirmed': 'yes'}}}, {'result': {}}, {'error': {'code': 1, 'message': 'no'}}, {'result': {'action': 'accept'}}):
        s.send(call(2, 'fix_access_denied', {'ErrorMessage': DENIAL}))
        s.send({'jsonrpc': '2.0', 'id': s.read()['id'], **answer})
        r = s.read()
        check(r['result']['structuredContent']['FixResult']['Success'] is False, r)
    s.send(call(3, 'fix_access_denied', {'ErrorMessage': DENIAL}))
    s.read()
    s.p.stdin.close()
    check(s.read()['result']['structuredContent']['FixResult']['Success'] is False, 'nobody will answer')
    s.end()


def cpu(pid):
    """Seconds of processor time."""
    with open(f'/proc/{pid}/stat') as f:
        fields = f.read().rsplit(')', 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf('SC_CLK_TCK')


def comes_to_rest(pid, seconds=10):
    """Whether the work stops: no processor time in a third of a second."""
    end = time.time() + seconds
    while time.time() < end:
        before = cpu(pid)
        time.sleep(0.35)
        if cpu(pid) - before < 0.02:
            return True
    return False


def freed():
    """A cancelled call costs neither time nor memory any more."""
    with common.slow_project(30) as slow:
        for ask, cancel in ((call, True), (alone_call, True)):
            s = Server(first=init())
            s.send(call(0))
            s.read()
            sizes = []
            for n in range(4):
                s.send(ask(n, arguments={'SourceFiles': [slow]}))
                time.sleep(0.3)
                check(cpu(s.p.pid) > 0, 'it works')
                s.send({'jsonrpc': '2.0', 'method': 'notifications/cancelled', 'params': {'requestId': n}})
                check(comes_to_rest(s.p.pid), 'a cancelled call goes on')
                sizes.append(resident(s.p.pid))
            check(sizes[-1] < sizes[0] * 1.5 + 32768, sizes)
            check(s.quiet(), 'a cancelled call is answered')
            s.end()


def resident(pid):
    with open(f'/proc/{pid}/status') as f:
        return int(next(line for line in f if line.startswith('VmRSS')).split()[1])


def many(calls):
    """Memory stays flat; a client that does not wait is served too."""
    s = Server(first=init())
    done = []

    def write():
        for i in range(calls):
            s.send(call(i, *[('generate_application_policies', None), ('explain_policy', None), ('query_service_reference', {'Service': 's3'}),
                             ('generate_policy_for_access_denied', {'ErrorMessage': DENIAL}), ('generate_application_policies', {'SourceFiles': ['/none']})][i % 5]))

    t = time.time()
    w = threading.Thread(target=write)
    w.start()
    sizes = []
    for i in range(calls):
        r = s.read()
        done.append(r['id'])
        assert 'result' in r, r
        if i % (calls // 10) == calls // 10 - 1:
            sizes.append(resident(s.p.pid))
    w.join()
    check(sorted(done) == list(range(calls)), 'every call is answered once')
    check(max(sizes[5:]) < max(sizes[:5]) * 1.3 + 4096, sizes)
    print(f'  {calls} calls: {(time.time() - t) / calls * 1000:.2f} ms each; memory after each tenth, MB: {" ".join(str(x // 1024) for x in sizes)}')
    s.end()


class Http:
    def __init__(self, url, **headers):
        u = urllib.parse.urlparse(url)
        self.host, self.port, self.headers = u.hostname, u.port, headers

    def go(self, method='POST', body=None, path='/mcp', **headers):
        c = http.client.HTTPConnection(self.host, self.port, timeout=30)
        h = {'Content-Type': 'application/json', 'Accept': 'application/json, text/event-stream', **self.headers,
             **{k.replace('_', '-'): v for k, v in headers.items()}}
        data = body if body is None or isinstance(body, bytes) else json.dumps(body).encode()
        c.request(method, path, data, {k: v for k, v in h.items() if v is not None})
        r = c.getresponse()
        return r, c

    def status(self, *a, **k):
        r, c = self.go(*a, **k)
        r.read()
        c.close()
        return r.status

    def session(self, version='2025-11-25', **capabilities):
        r, c = self.go(body=init(version, **capabilities))
        assert r.status == 200, r.status
        r.read()
        return Http(f'http://{self.host}:{self.port}', **self.headers, **{'Mcp-Session-Id': r.headers['Mcp-Session-Id']})


class Alone(Http):
    """Requests of the era without sessions: the headers say what the message says."""

    def go(self, method='POST', body=None, path='/mcp', **headers):
        said = {'MCP-Protocol-Version': NEW}
        if isinstance(body, dict) and 'method' in body:
            said['Mcp-Method'] = body['method']
            name = body.get('params', {}).get('name', body.get('params', {}).get('uri'))
            if isinstance(name, str):
                said['Mcp-Name'] = name
        return super().go(method, body, path, **{**said, **{k.replace('_', '-'): v for k, v in headers.items()}})

    def answer(self, body, **headers):
        r, c = self.go(body=body, **headers)
        check('Mcp-Session-Id' not in r.headers, 'no sessions')
        text = r.read().decode()
        c.close()
        if r.headers['Content-Type'] == 'text/event-stream':
            check('\nid:' not in '\n' + text, 'cannot be resumed')
            text = [line[6:] for line in text.split('\n') if line.startswith('data: ')][-1]
        return r.status, json.loads(text) if text else None


def alone_over_http():
    with common.http_server(BIN) as (url, p):
        h = Alone(url)
        for name, found in (('=?base64?Y2hlY2tfcG9saWN5?=', True), ('check_policy', True), ('=?base64?Y2hlY2tfcG9saWN5', False), ('=?base64?Y2hlY2tfcG9saWN5?', False),
                            ('=?base64?Y2hlY2tfcG9saWN?=', False), ('=?base64?Y2hlY2tfcG9saWN5====?=', False), ('=?base64??=', False), ('=?BASE64?Y2hlY2tfcG9saWN5?=', False),
                            ('Check_policy', False), ('', False), (None, False)):
            status, r = h.answer(alone_call(1, 'check_policy', {}), Mcp_Name=name)
            check((status, 'result' in r) == ((200, True) if found else (400, False)) and r.get('error', {}).get('code', -32020) == -32020 and r['id'] == 1, name, status, r)
        ask = alone(1, 'tools/list')
        for status, code, k in [
            (200, None, {}), (400, -32020, {'MCP_Protocol_Version': None}), (400, -32020, {'MCP_Protocol_Version': '2025-11-25'}), (400, -32020, {'Mcp_Method': None}),
            (400, -32020, {'Mcp_Method': 'Tools/list'}), (200, None, {'Mcp_Session_Id': 'nonsense'}), (200, None, {'Accept': 'application/json'}),
            (406, -32600, {'Accept': 'text/html'}), (415, -32600, {'Content_Type': 'text/plain'}), (403, -32600, {'Origin': 'http://evil.example'}),
            (403, -32600, {'Host': 'evil.example'}),
        ]:
            got, r = h.answer(ask, **k)
            check(got == status and r.get('error', {}).get('code') == code, k, got, r)
        for status, code, m in [
            (404, -32601, alone(1, 'ping')), (404, -32601, alone(1, 'no/such')), (400, -32022, alone(1, 'tools/list', meta={VERSION: '2099-01-01'})),
            (400, -32602, {'jsonrpc': '2.0', 'id': 1, 'method': 'tools/list'}), (400, -32602, {'jsonrpc': '2.0', 'id': 1, 'method': 'tools/list', 'params': {'_meta': {}}}),
            (400, -32602, alone(1, 'tools/list', meta={CAPABILITIES: None})), (400, -32602, alone_call(1, 'none')), (400, -32600, {'jsonrpc': '2.0', 'id': 1, 'result': {}}),
            (400, -32600, [alone(1, 'tools/list')]), (400, -32600, {'jsonrpc': '2.0', 'id': 1.5, 'method': 'tools/list'}), (400, -32700, b'{'),
            (202, None, {'jsonrpc': '2.0', 'method': 'notifications/cancelled', 'params': {'requestId': 1}}),
        ]:
            got, r = h.answer(m, **({'MCP_Protocol_Version': '2099-01-01'} if code == -32022 else {}))
            check(got == status and (r or {}).get('error', {}).get('code') == code, m, got, r)
        with socket.create_connection((h.host, h.port)) as k:  # the same header twice
            body = json.dumps(ask).encode()
            k.sendall(b'POST /mcp HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nMCP-Protocol-Version: 2026-07-28\r\nMcp-Method: tools/list\r\n'
                      b'Mcp-Method: tools/list\r\nContent-Length: %d\r\n\r\n%s' % (len(body), body))
            check(b' 400 ' in k.recv(1000), 'twice')
        check(h.status('GET') == 405 and h.status('DELETE') == 405 and h.status('PUT', b'') == 405, 'methods')
        check(Http(url).status(body={'jsonrpc': '2.0', 'id': 1, 'method': 'ping'}, MCP_Protocol_Version='2099-01-01') == 400, 'no such revision')
        # the same ids from several clients, at once
        answers = []
        threads = [threading.Thread(target=lambda: answers.append(h.answer(alone_call(1)))) for _ in range(30)]
        [t.start() for t in threads]
        [t.join() for t in threads]
        check(len(answers) == 30 and all(a == (200, answers[0][1]) for a in answers), 'ids of several clients')
        # asking the user needs no connection that stays
        status, r = h.answer(alone_call(1, 'fix_access_denied', {'ErrorMessage': DENIAL}, elicitation={}))
        more = {'requestState': r['result']['requestState'], 'inputResponses': {'confirm': {'action': 'decline'}}}
        status, r = h.answer(alone_call(2, 'fix_access_denied', {'ErrorMessage': DENIAL}, more=more, elicitation={}), Accept='application/json')
        check('declined' in r['result']['structuredContent']['FixResult']['Error'], r)
        # who closes the connection cancels: with events, with plain JSON, and with a subscription
        with common.slow_project(30) as slow:
            for accept in ('application/json, text/event-stream', 'application/json'):
                for _ in range(3):
                    body = json.dumps(alone_call(1, arguments={'SourceFiles': [slow]})).encode()
                    k = socket.create_connection((h.host, h.port))
                    k.sendall(b'POST /mcp HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nAccept: %s\r\nMCP-Protocol-Version: 2026-07-28\r\n'
                              b'Mcp-Method: tools/call\r\nMcp-Name: generate_application_policies\r\nContent-Length: %d\r\n\r\n%s' % (accept.encode(), len(body), body))
                    time.sleep(0.3)
                    before = cpu(p.pid)
                    time.sleep(0.2)
                    check(cpu(p.pid) > before, 'it works')
                    k.close()
                    check(comes_to_rest(p.pid), 'it goes on')
        check(h.status(body=alone(1, 'subscriptions/listen', {'notifications': {}}), Accept='application/json') == 406, 'a subscription needs events')
        streams = [h.go(body=alone(n, 'subscriptions/listen', {'notifications': {'toolsListChanged': True}})) for n in range(20)]
        for r, c in streams:
            check('acknowledged' in events(r, 1)[0][1], 'acknowledged')
        for r, c in streams[10:]:
            c.close()
        time.sleep(0.5)
        check(h.answer(ask)[0] == 200, 'beside subscriptions')
        p.terminate()
        for n, (r, c) in enumerate(streams[:10]):
            check(json.loads(events(r, 1)[0][1])['result']['_meta']['io.modelcontextprotocol/subscriptionId'] == n, 'the end of a subscription')


def events(r, n):
    """The first n events of a stream: (id, data)."""
    out, eid = [], None
    while len(out) < n:
        line = r.readline().decode()
        if not line:
            break
        if line.startswith('id: '):
            eid = line[4:].strip()
        if line.startswith('data: '):
            out.append((eid, line[6:].strip()))
    return out


def over_http():
    with common.http_server(BIN) as (url, p):
        h = Http(url)
        for expect, k in [(400, {'body': b'{'}), (400, {'body': {'jsonrpc': '2.0', 'id': 1, 'method': 'ping'}}), (404, {'body': init(), 'Mcp_Session_Id': 'x'}),
                          (404, {'method': 'GET', 'Mcp_Session_Id': 'x'}), (400, {'method': 'GET'}), (405, {'method': 'PUT', 'body': b''}), (404, {'path': '/'}),
                          (415, {'body': init(), 'Content_Type': 'text/plain'}), (415, {'body': init(), 'Content_Type': None}),
                          (406, {'body': init(), 'Accept': 'text/html'}), (406, {'method': 'GET', 'Accept': 'application/json'}),
                          (403, {'body': init(), 'Host': 'evil.example'}), (403, {'body': init(), 'Origin': 'http://evil.example'}),
                          (403, {'body': init(), 'Origin': 'null'}), (200, {'body': init(), 'Origin': 'http://localhost:6274'}), (204, {'method': 'OPTIONS', 'Origin': 'http://localhost:1'}),
                          (200, {'body': init(), 'Accept': None}), (200, {'body': init(), 'Accept': '*/*'}), (200, {'body': init(), 'Host': '[::1]:80'}),
                          (400, {'method': 'DELETE'}), (404, {'method': 'DELETE', 'Mcp_Session_Id': 'x'})]:
            check(h.status(**k) == expect, expect, k, h.status(**k))
        for head in (b'Content-Length: 9000000\r\n\r\n', b'Transfer-Encoding: chunked\r\n\r\n' + b'100000\r\n' + b'x' * 0x100000 + b'\r\n'):
            with socket.create_connection((h.host, h.port)) as k:
                k.sendall(b'POST /mcp HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n' + head)
                if b'chunked' in head:
                    for _ in range(8):
                        k.sendall(b'100000\r\n' + b'x' * 0x100000 + b'\r\n')
                    k.sendall(b'0\r\n\r\n')
                check(b' 413 ' in k.recv(1000), 'too large')
        s, other = h.session(), h.session()
        check(s.status(body={'jsonrpc': '2.0', 'id': 1, 'method': 'ping'}, MCP_Protocol_Version='1900-01-01') == 400, 'version header')
        check(s.status(body={'jsonrpc': '2.0', 'id': 1, 'method': 'ping'}, MCP_Protocol_Version='2025-11-25') == 200, 'version header')
        check(s.status(body={'jsonrpc': '2.0', 'method': 'notifications/initialized'}) == 202, 'notification')
        r, c = s.go(body=call(1), Accept='application/json')
        check(r.headers['Content-Type'] == 'application/json' and json.load(r)['result']['isError'] is False, 'plain JSON')
        # a stream that breaks is resumed
        with common.slow_project(1, 500) as slow:
            r, c = s.go(body=call(2, arguments={'SourceFiles': [slow]}, _meta={'progressToken': 'p'}))
            check(r.headers['Content-Type'].startswith('text/event-stream'), r.headers)
            (eid, data), = events(r, 1)
            check(data == '', 'the first event only says where to resume')
            c.close()
            r, c = s.go('GET', Last_Event_ID=eid)
            got = events(r, 1000)
            answers = [json.loads(d) for _, d in got if '"result"' in d]
            check(len(answers) == 1 and answers[0]['id'] == 2, got[-1:])
            r, c = s.go('GET', Last_Event_ID=got[-2][0] if len(got) > 1 else eid)
            check(json.loads(events(r, 1)[0][1])['id'] == 2, 'once more')
            check(other.status('GET', Last_Event_ID=eid) == 400, "another session's event")
            # a client that goes away in the middle of a call, then the session ends
            r, c = other.go(body=call(3, arguments={'SourceFiles': [slow]}))
            c.close()
            r, c = other.go('GET', Last_Event_ID='')
            check(other.status('DELETE') == 204 and other.status('DELETE') == 404, 'end')
            check(r.read() is not None, 'its streams end')
        # elicitation, answered by another request
        e = h.session(elicitation={'form': {}})
        r, c = e.go(body=call(5, 'fix_access_denied', {'ErrorMessage': DENIAL}))
        data = ''
        while not data:  # the first event may only say where to resume
            (_, data), = events(r, 1)
        ask = json.loads(data)
        check(ask['method'] == 'elicitation/create', ask)
        check(e.status(body={'jsonrpc': '2.0', 'id': ask['id'], 'result': {'action': 'decline'}}) == 202, 'answer')
        check(json.loads(events(r, 1)[0][1])['result']['structuredContent']['FixResult']['Success'] is False, 'declined')
        r, c = e.go(body=call(6, 'fix_access_denied', {'ErrorMessage': DENIAL}), Accept='application/json')
        check(json.load(r)['result']['structuredContent']['FixResult']['Success'] is False, 'cannot be asked')
        # garbage on the socket
        for data in (b'\0' * 100, b'GET', b'POST /mcp HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{', b'GET /mcp HTTP/9.9\r\n\r\n', os.urandom(1000)):
            with socket.create_connection((h.host, h.port)) as k:
                k.sendall(data)
        # more sessions than there is room for: the oldest go
        sessions = [h.session() for _ in range(70)]
        check(sessions[-1].status(body={'jsonrpc': '2.0', 'id': 1, 'method': 'ping'}) == 200, 'the newest session')
        check(s.status(body={'jsonrpc': '2.0', 'id': 1, 'method': 'ping'}) == 404, 'the oldest session')
        s = sessions[-1]
        s.status(body=call(1))
        before = resident(p.pid)
        for i in range(300):
            assert s.status(body=call(i)) == 200
        check(resident(p.pid) < before * 1.3 + 8192, before, resident(p.pid))
    with common.http_server(BIN, '--allow-host', 'build.example', env={'IAM_POLICY_AUTOPILOT_MCP_TOKEN': 'a-secret-of-some-length'}) as (url, p):
        h = Http(url)
        check(h.status(body=init()) == 401 and h.status(body=init(), Authorization='Bearer a-secret-of-some-lengtX') == 401, 'token')
        check(h.status(body=init(), Authorization='Bearer a-secret-of-some-length', Host='build.example:80') == 200, 'token and host')
        port = h.port
        q = subprocess.run([BIN, 'mcp-server', '-t', 'http', '-p', str(port)], capture_output=True, env=common.environment())
        check(q.returncode == 2 and q.stdout == b'', q)


bad_messages()
patterns()
revisions()
stateless()
escapes()
cancelling()
freed()
if common.features(BIN)['http']:
    over_http()
    alone_over_http()
many(CALLS)
print(f'hostile clients: {passed} checks')
