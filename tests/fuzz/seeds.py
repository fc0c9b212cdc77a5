#!/usr/bin/env python3
"""First inputs of a fuzz target, made from the other tests: seeds.py TARGET FOLDER.

An input with several files has, before each, the byte 0x1c, the path and a line end (fuzz.h). What fuzzing found once lies in
tests/fuzz/found/TARGET and is among the seeds for ever.
"""
import json
import pathlib
import shutil
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
CASES = ROOT / "tests" / "cases"
EXPECTED = {"facts", "calls", "out", "diag", "status", "known-bug"}
target, folder = sys.argv[1], pathlib.Path(sys.argv[2])
count = 0


def seed(data):
    global count
    if isinstance(data, str):
        data = data.encode()
    (folder / f"{count:04}").write_bytes(data)
    count += 1


def pack(files):
    return b"".join(b"\x1c" + name.encode() + b"\n" + (text.encode() if isinstance(text, str) else text) for name, text in files)


def sources(case):
    return [(str(p.relative_to(case)), p.read_bytes()) for p in sorted(case.rglob("*")) if p.is_file() and p.name not in EXPECTED]


def language():
    for case in sorted((CASES / target).iterdir()):
        files = [f for f in sources(case) if f[0] != "args"]
        if len(files) == 1:
            seed(files[0][1])
        else:
            seed(pack(files))


def files():
    for case in sorted(CASES.glob("*/*")):
        args = case / "args"
        words = args.read_text().split() if args.exists() else []
        seed(pack([("args", "\n".join(words + ["--explain", "*"]))] + [f for f in sources(case) if f[0] != "args"]))
    seed(pack([("args", "--env-file=.env\n--exclude=*.js\n--region=us-east-1"), (".env", "export A=b # c\nB=\"x\\ny\"\nC='d'\n"), (".gitignore", "/a/**/b\n!*.py\n[a-z]?\n"),
               ("a/b/c.py", "import boto3,os\nboto3.client('s3').get_object(Bucket=os.environ['A'],Key='k')\n"), ("script", "#!/usr/bin/env python3\nimport boto3\n"),
               ("u16.py", "import boto3\n".encode("utf-16")), ("bom.py", b"\xef\xbb\xbfimport boto3\n")]))


def data():
    def rows(path, keep):
        return (path, "".join(line for line in (ROOT / "data" / path).open() if keep(line)))
    ops = ("GetObject", "PutObject", "ListObjects", "DeleteObjects")
    some = [rows("botocore/s3.tsv", lambda x: x.startswith("service\t") or any("\t" + o in x for o in ops)),
            rows("boto3/s3.tsv", lambda x: "Bucket" in x), rows("iam/s3.tsv", lambda x: "Object" in x or x.startswith(("iamservice", "resource\tbucket"))),
            rows("rules/s3.tsv", lambda x: any("\t" + o + "\t" in x for o in ops)), rows("partitions.tsv", lambda x: True),
            rows("services.tsv", lambda x: "\ts3\t" in x), rows("endpoints.tsv", lambda x: True), rows("denials.tsv", lambda x: True)]
    some += [rows(f"sdk/{p.name}", lambda x: x.count("\t") and len(x) < 120 and hash_of(x) % 12 == 0) for p in sorted((ROOT / "data" / "sdk").glob("*.tsv"))]
    seed(pack(some))
    for one in some:
        seed(pack([one]))
    for rule in sorted((ROOT / "data" / "rules").glob("*.tsv"))[::12]:
        seed(pack(some[:1] + [("rules/s3.tsv", rule.read_bytes()[:6000])] + some[2:3] + some[4:6]))


def hash_of(text):
    h = 5381
    for c in text:
        h = (h * 33 + ord(c)) & 0xFFFFFFFF
    return h


def denied():
    for p in sorted((ROOT / "tests" / "fuzz" / "denied").iterdir()) + sorted((ROOT / "tests" / "cli" / "denied").rglob("*")):
        if p.is_file():
            seed(p.read_bytes())


def policy():
    for p in sorted(CASES.glob("*/*/out"))[::4] + sorted((ROOT / "tests" / "cli" / "check-policy").rglob("*.json")):
        seed(p.read_bytes())
    statement = {"Sid": "a", "Effect": "Deny", "NotAction": ["s3:Get*", "s?s:*"], "NotResource": "arn:aws:s3:::a*b?c/${aws:username}/*",
                 "Condition": {"ForAnyValue:StringLikeIfExists": {"aws:TagKeys": ["a*", "b"]}, "Null": {"s3:prefix": "true"}, "Bool": {"aws:SecureTransport": "false"},
                               "NumericLessThan": {"s3:max-keys": "10"}, "IpAddress": {"aws:SourceIp": "10.0.0.0/8"}, "DateGreaterThan": {"aws:CurrentTime": "2026-01-01T00:00:00Z"},
                               "ArnLike": {"aws:PrincipalArn": "arn:aws:iam::*:role/*"}}}
    seed(json.dumps({"Version": "2012-10-17", "Statement": statement}))
    seed(json.dumps([{"Version": "2012-10-17", "Statement": [statement, dict(statement, Effect="Allow", Action="*")]}]))
    seed(json.dumps({"allowed": False, "explicitDeny": True, "matchedStatements": {"items": []},
                     "context": {"principal": {"id": "AIDA", "arn": "arn:aws:iam::123456789012:user/u"}, "action": "ec2:RunInstances",
                                 "resource": "arn:aws:ec2:us-east-1:123456789012:instance/*", "conditions": {"items": []}}}))


def mcp():
    def call(i, tool, **arguments):
        return {"jsonrpc": "2.0", "id": i, "method": "tools/call", "params": {"name": tool, "arguments": arguments, "_meta": {"progressToken": i}}}
    code = ("a.py", "import boto3\nboto3.client('s3').get_object(Bucket='b', Key='k')\n")
    denial = "User: arn:aws:iam::123456789012:user/u is not authorized to perform: s3:GetObject on resource: \"arn:aws:s3:::b/k\" because no identity-based policy allows it"
    begin = [{"jsonrpc": "2.0", "id": 0, "method": "initialize", "params": {"protocolVersion": v, "capabilities": {"roots": {"listChanged": True}, "elicitation": {}},
              "clientInfo": {"name": "c", "version": "1"}}} for v in ("2025-11-25", "2025-03-26")]
    ready = {"jsonrpc": "2.0", "method": "notifications/initialized"}
    inputs = dict(SourceFiles=["a.py"], Region="us-east-1", Account="123456789012", ServiceHints=["s3"], ResourceCutoff=3, Env=["A=b"], Exclude=["x"], Language="python", NoKms=True)
    sessions = [
        [{"jsonrpc": "2.0", "id": "p", "method": "ping"}], [call(1, "generate_application_policies", **inputs)], [call(1, "explain_policy", **inputs, Actions=["s3:*"], Resources=["*"])],
        [call(1, "check_policy", SourceFiles=["."], Policy=json.dumps({"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:*", "Resource": "*"}}))],
        [call(1, "generate_policy_for_access_denied", ErrorMessage=denial)], [call(1, "fix_access_denied", ErrorMessage=denial, ResourceOverride="arn:aws:s3:::b/*")],
        [call(1, "query_service_reference", Service="s3", Operations=["Get*"], Actions=["*"], ResourceTypes=["bucket"], ConditionKeys=["s3:*"], List="actions")],
        [{"jsonrpc": "2.0", "id": 2, "method": m, "params": p} for m, p in (
            ("tools/list", {}), ("resources/list", {"cursor": "at-50"}), ("resources/templates/list", {}), ("prompts/list", {}), ("prompts/get", {"name": "x", "arguments": {}}),
            ("logging/setLevel", {"level": "debug"}), ("resources/read", {"uri": "iam-policy-autopilot://languages"}))],
        [{"jsonrpc": "2.0", "method": "notifications/cancelled", "params": {"requestId": 1}}, {"jsonrpc": "2.0", "method": "notifications/roots/list_changed"},
         call(3, "generate_application_policies", SourceFiles=["file:///a.py"])],
    ]
    for s in sessions:
        for b in begin:
            lines = "\n".join(json.dumps(m) for m in [b, ready] + s)
            seed(pack([("session", lines), code, ("answer", json.dumps({"action": "accept", "content": {"confirmed": True}}))]))
    seed(json.dumps(begin[1]) + "\n" + json.dumps([m for s in sessions[:3] for m in s]))


def config():
    ini = ("[default]\nregion = us-east-1\naws_access_key_id=AKIA\naws_secret_access_key = x # note\n[profile \"a b\"]\nrole_arn = arn:aws:iam::123456789012:role/r\n"
           "source_profile = default\ns3 =\n  max_concurrent_requests = 2\n[sso-session s]\nsso_region = eu-west-1\nsso_start_url = https://x\n; c\n# d\n[services y]\n")
    seed(pack([("config", ini), ("credentials", ini)]))
    seed(ini)
    seed(json.dumps({"Version": 1, "AccessKeyId": "A", "SecretAccessKey": "B", "SessionToken": "C", "Expiration": "2020-01-31T10:00:00Z", "AccountId": "1"}))
    seed(json.dumps({"accessToken": {"accessKeyId": "A", "secretAccessKey": "B", "expiresAt": "2990-01-31T10:00:00Z"}}))
    seed("<?xml version=\"1.0\"?><ListPoliciesResponse xmlns=\"https://iam.amazonaws.com/doc/2010-05-08/\"><ListPoliciesResult><IsTruncated>false</IsTruncated><Policies><member>"
         "<PolicyName>a&amp;b&#x41;</PolicyName></member></Policies></ListPoliciesResult><!-- c --></ListPoliciesResponse>")
    seed("<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code><Message><![CDATA[x]]></Message></Error></ErrorResponse>")


shutil.rmtree(folder, ignore_errors=True)
folder.mkdir(parents=True)
for p in sorted((ROOT / "tests" / "fuzz" / "found" / target).glob("*")):
    seed(p.read_bytes())
if (CASES / target).is_dir():
    language()
else:
    globals()[target]()
