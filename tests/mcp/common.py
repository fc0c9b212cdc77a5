"""What the tests of the MCP server share: the server as a process, a project, texts, a server that plays IAM."""
import contextlib, http.server, json, os, re, subprocess, tempfile, threading, urllib.parse

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
DEMO = os.path.join(TOP, 'tests', 'demo')
DENIAL = ('User: arn:aws:iam::123456789012:user/bob is not authorized to perform: s3:GetObject on resource: '
          '"arn:aws:s3:::my.bucket/file.txt" because no identity-based policy allows the s3:GetObject action')
TOOLS = ['check_policy', 'explain_policy', 'fix_access_denied', 'generate_application_policies',
         'generate_policy_for_access_denied', 'query_service_reference']
POLICY = json.dumps({'Version': '2012-10-17', 'Statement': [{'Effect': 'Allow', 'Action': 's3:*', 'Resource': '*'}]})
ARGUMENTS = {
    'check_policy': {'SourceFiles': [DEMO], 'Policy': POLICY, 'Region': 'eu-west-1'},
    'explain_policy': {'SourceFiles': ['file://' + DEMO], 'Actions': ['s3:*'], 'Account': '123456789012'},
    'generate_application_policies': {'SourceFiles': [DEMO], 'Region': 'us-east-1', 'Account': '123456789012', 'ServiceHints': None},
    'generate_policy_for_access_denied': {'ErrorMessage': DENIAL},
    'query_service_reference': {'Service': 's3', 'Operations': ['GetObject'], 'Actions': ['*Tagging']},
}
# arguments that make a tool fail in a way that it has to explain
WRONG = [
    ('generate_application_policies', {'SourceFiles': ['/no/such/file.py']}, 'does not exist'),
    ('generate_application_policies', {'SourceFiles': []}, 'SourceFiles'),
    ('generate_application_policies', {}, 'SourceFiles'),
    ('generate_application_policies', {'SourceFiles': [DEMO], 'region': 'x'}, "'Region'"),
    ('generate_application_policies', {'SourceFiles': [DEMO], 'Region': 'xx-nowhere-1'}, 'xx-nowhere-1'),
    ('generate_application_policies', {'SourceFiles': [DEMO], 'ServiceHints': ['s33']}, 's33'),
    ('generate_application_policies', {'SourceFiles': [DEMO], 'ResourceCutoff': -1}, 'ResourceCutoff'),
    ('generate_application_policies', {'SourceFiles': ['file://elsewhere/x.py']}, 'file://'),
    ('check_policy', {'SourceFiles': [DEMO], 'Policy': '{}'}, 'Policy'),
    ('explain_policy', {'SourceFiles': [DEMO], 'Actions': ['ec2:*']}, 'fits the patterns'),
    ('query_service_reference', {'Service': 'no-such-service'}, 'no-such-service'),
    ('query_service_reference', {'Service': 's3', 'List': 'everything'}, 'List'),
    ('query_service_reference', {'Operations': ['GetObject']}, "'Service'"),
    ('generate_policy_for_access_denied', {'ErrorMessage': 'hello'}, 'No AccessDenied'),
    ('fix_access_denied', {'ErrorMessage': DENIAL, 'ResourceOverride': 'bucket'}, 'ResourceOverride'),
]


class FakeIam(http.server.BaseHTTPRequestHandler):
    """STS and IAM, as far as the fix of one user's inline policy goes; `put` holds what was written."""
    put, calls = {}, []

    def do_POST(self):
        form = dict(urllib.parse.parse_qsl(self.rfile.read(int(self.headers['Content-Length'])).decode()))
        action = form['Action']
        FakeIam.calls.append(action)
        ns, body = 'https://iam.amazonaws.com/doc/2010-05-08/', ''
        if action == 'GetCallerIdentity':
            ns = 'https://sts.amazonaws.com/doc/2011-06-15/'
            body = '<Arn>arn:aws:iam::123456789012:user/admin</Arn><UserId>A</UserId><Account>123456789012</Account>'
        elif action == 'ListUserPolicies':
            body = '<PolicyNames/><IsTruncated>false</IsTruncated>'
        elif action == 'GetUser':
            body = ('<User><Path>/</Path><UserName>bob</UserName><UserId>AIDAEXAMPLE</UserId><Arn>arn:aws:iam::123456789012:user/bob</Arn>'
                    '<CreateDate>2020-01-01T00:00:00Z</CreateDate></User>')
        elif action == 'PutUserPolicy':
            FakeIam.put[form['PolicyName']] = form['PolicyDocument']
        text = f'<{action}Response xmlns="{ns}"><{action}Result>{body}</{action}Result><ResponseMetadata><RequestId>1</RequestId></ResponseMetadata></{action}Response>'
        self.send_response(200)
        self.send_header('Content-Type', 'text/xml')
        self.send_header('Content-Length', str(len(text)))
        self.end_headers()
        self.wfile.write(text.encode())

    def log_message(self, *args):
        pass


@contextlib.contextmanager
def fake_iam():
    s = http.server.ThreadingHTTPServer(('127.0.0.1', 0), FakeIam)
    threading.Thread(target=s.serve_forever, daemon=True).start()
    try:
        yield f'http://127.0.0.1:{s.server_address[1]}'
    finally:
        s.shutdown()


def environment(endpoint='http://127.0.0.1:1'):
    """What the server needs to know; nothing of the user's own AWS configuration."""
    return {'PATH': os.environ['PATH'], 'HOME': '/nonexistent', 'AWS_ACCESS_KEY_ID': 'AKIDEXAMPLE', 'AWS_SECRET_ACCESS_KEY': 'secret',
            'AWS_REGION': 'us-east-1', 'AWS_ENDPOINT_URL': endpoint, 'AWS_EC2_METADATA_DISABLED': 'true', 'AWS_CONFIG_FILE': '/nonexistent',
            'AWS_SHARED_CREDENTIALS_FILE': '/nonexistent', 'ASAN_OPTIONS': 'detect_leaks=1:quarantine_size_mb=4'}


def features(binary):
    """What the program was built with."""
    say = lambda *args: subprocess.run([binary, *args], capture_output=True, text=True, stdin=subprocess.DEVNULL, env=environment()).stderr
    return {'curl': 'without libcurl' not in say('fix-access-denied', '-y', DENIAL),
            'http': 'without libmicrohttpd' not in say('mcp-server', '-t', 'http', '-b', '203.0.113.1')}


@contextlib.contextmanager
def http_server(binary, *options, env=None, expect=0):
    """The server on a free port; yields its URL and process. It must end cleanly."""
    p = subprocess.Popen([binary, 'mcp-server', '-t', 'http', '-p', '0', *options], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                         env={**environment(), **(env or {})}, text=True)
    try:
        first = p.stdout.readline()
        found = re.match(r'Listening on (.*):(\d+)/mcp\n', first)
        assert found, (first, p.stderr.read())
        yield f'http://{found[1]}:{found[2]}/mcp', p
    finally:
        p.terminate()
        out, err = p.communicate(timeout=20)
        assert p.returncode == expect, (p.returncode, err)
        assert out == '', out
        assert 'Sanitizer' not in err and 'runtime error' not in err, err


@contextlib.contextmanager
def slow_project(files=12, functions=9000):
    """A folder whose analysis takes a while."""
    with tempfile.TemporaryDirectory() as d:
        text = 'import boto3\ns3 = boto3.client("s3")\n' + ''.join(
            f'def f{i}(x):\n    y = {{"Bucket": x, "Key": "a" + str({i})}}\n    return s3.get_object(**y)\n' for i in range(functions))
        for i in range(files):
            with open(os.path.join(d, f'm{i}.py'), 'w') as f:
                f.write(text)
        yield d
