#!/usr/bin/env python3
"""The server against the official Python client: everything a client does, over standard input and output and over HTTP, in every revision
that the client speaks. Every result of every tool is validated against the schema that the server declares.

usage: sdk.py BINARY"""
import asyncio, contextlib, json, logging, sys, time

import jsonschema
import mcp_types as types
from mcp import Client, StdioServerParameters
from mcp.shared.exceptions import MCPError

import common
from common import ARGUMENTS, DEMO, DENIAL, TOOLS, WRONG

BIN = sys.argv[1]
passed = 0


def check(ok, *what):
    global passed
    assert ok, what
    passed += 1


class Person:
    """Answers elicitations as told, gives roots, keeps log messages."""

    def __init__(self, action=None, confirmed=True, roots=None):
        self.action, self.confirmed, self.roots, self.asked, self.logged = action, confirmed, roots, [], []

    async def elicit(self, context, params):
        self.asked.append(params)
        return types.ElicitResult(action=self.action, content={'confirmed': self.confirmed} if self.action == 'accept' else None)

    async def list_roots(self, context):
        return types.ListRootsResult(roots=[types.Root(uri='file://' + r) for r in self.roots])

    async def log(self, params):
        self.logged.append(params)

    def options(self):
        o = {'logging_callback': self.log}
        if self.action:
            o['elicitation_callback'] = self.elicit
        if self.roots is not None:
            o['list_roots_callback'] = self.list_roots
        return o


def text_of(result):
    return ''.join(c.text for c in result.content)


async def every_tool(c):
    tools = (await c.list_tools()).tools
    check([t.name for t in tools] == TOOLS, tools)
    schemas = {t.name: t for t in tools}
    for t in tools:
        jsonschema.Draft202012Validator.check_schema(t.input_schema)
        jsonschema.Draft202012Validator.check_schema(t.output_schema)
        check(t.title and t.description and t.annotations and t.annotations.read_only_hint is (t.name != 'fix_access_denied'), t.name)
    for name, arguments in ARGUMENTS.items():
        jsonschema.validate(arguments, schemas[name].input_schema)
        r = await c.call_tool(name, arguments)
        check(not r.is_error, name, r)
        jsonschema.validate(r.structured_content, schemas[name].output_schema)
        check(json.loads(text_of(r)) == r.structured_content, name)
    r = await c.call_tool('generate_application_policies', ARGUMENTS['generate_application_policies'])
    policy = json.loads(r.structured_content['Policies'][0])
    actions = {a for s in policy['Statement'] for a in s['Action']}
    check('dynamodb:Query' in actions and 's3:PutObject' in actions, actions)
    r = (await c.call_tool('explain_policy', {'SourceFiles': [DEMO], 'Actions': ['dynamodb:*']})).structured_content
    check(list(r) == ['Explanations'] and list(r['Explanations']['ExplanationForAction']) == ['dynamodb:Query'], r)
    r = (await c.call_tool('explain_policy', {'SourceFiles': [DEMO], 'Resources': ['arn:*:dynamodb:*']})).structured_content
    check(list(r) == ['ResourceBindingExplanations'] and all(':dynamodb:' in b['Arn'] for b in r['ResourceBindingExplanations']), r)
    r = await c.call_tool('check_policy', ARGUMENTS['check_policy'])
    check({x['Action'] for x in r.structured_content['Missing']} >= {'dynamodb:Query'}, r)
    for name, arguments, part in WRONG:
        r = await c.call_tool(name, arguments)
        check(r.is_error and part in text_of(r), name, arguments, r)
    try:
        await c.call_tool('no_such_tool', {})
        check(False, 'unknown tool')
    except MCPError as e:
        check(e.code == -32602, e)


async def lists(c):
    """Resources and prompts. Since 2026-07-28 there is no session whose last policy could be meant."""
    sessions = c.protocol_version < '2026-07-28'
    r = await c.call_tool('generate_application_policies', ARGUMENTS['generate_application_policies'])
    uri = r.structured_content['Explanation']
    for u in [uri] + ['iam-policy-autopilot://explanation'] * sessions:
        r = await c.read_resource(u)
        check('ExplanationForAction' in r.contents[0].text, r)
    for u in ['iam-policy-autopilot://explanation/0123', 'iam-policy-autopilot://none', 'file:///etc/passwd'] + ['iam-policy-autopilot://explanation'] * (not sessions):
        try:
            await c.read_resource(u)
            check(False, u)
        except MCPError as e:
            check(e.code == (-32002 if sessions else -32602), e)
    names = [str(x.uri) for x in (await c.list_resources()).resources]
    check(names == ['iam-policy-autopilot://explanation'] * sessions + ['iam-policy-autopilot://languages'], names)
    r = await c.read_resource('iam-policy-autopilot://languages')
    check('| python |' in r.contents[0].text and '## Python' in r.contents[0].text, r)
    check(len((await c.list_resource_templates()).resource_templates) == 2, 'templates')
    r = await c.read_resource('iam-policy-autopilot://reference/sqs')
    check(json.loads(r.contents[0].text)['Service'] == 'sqs', r)
    prompts = (await c.list_prompts()).prompts
    check([p.name for p in prompts] == ['fix_denial', 'policy_for_project'], prompts)
    r = await c.get_prompt('policy_for_project', {'path': '/x', 'region': 'eu-west-1'})
    check('/x' in r.messages[0].content.text and 'eu-west-1' in r.messages[0].content.text, r)


async def fixes(connect, endpoint_works):
    schema = None
    for action, confirmed, done in (('accept', True, True), ('accept', False, False), ('decline', True, False), ('cancel', True, False), (None, True, False)):
        p = Person(action, confirmed)
        common.FakeIam.put.clear()
        async with connect(p) as c:
            schema = next(t for t in (await c.list_tools()).tools if t.name == 'fix_access_denied').output_schema
            r = await c.call_tool('fix_access_denied', {'ErrorMessage': DENIAL, 'ResourceOverride': 'arn:aws:s3:::my.bucket/*'})
        jsonschema.validate(r.structured_content, schema)
        fix = r.structured_content['FixResult']
        check(len(p.asked) == (1 if action else 0), p.asked)
        check(bool(common.FakeIam.put) == (done and endpoint_works), common.FakeIam.put)
        check(fix['Success'] == (done and endpoint_works), fix)
        check((fix['Error'] is None) == fix['Success'], fix)
        check('arn:aws:s3:::my.bucket/*' in r.structured_content['Policy'], r)
        if p.asked:
            check('bob' in p.asked[0].message, p.asked)
        if fix['Success']:
            check('my.bucket/*' in common.FakeIam.put[fix['PolicyName']], common.FakeIam.put)


async def roots(connect):
    async with connect(Person(roots=[DEMO])) as c:
        r = await c.call_tool('generate_application_policies', {'SourceFiles': ['handler.py', 'orders']})
        check(not r.is_error and r.structured_content['Policies'], r)
        for path in ('/etc', '/etc/passwd', DEMO + '/../mcp', '../mcp', 'file:///etc'):
            r = await c.call_tool('generate_application_policies', {'SourceFiles': [path]})
            check(r.is_error and 'roots' in text_of(r), r)


async def pages(c):
    """Lists in pages of two."""
    for method, key, n in (('list_tools', 'tools', 6), ('list_prompts', 'prompts', 2), ('list_resource_templates', 'resource_templates', 2)):
        names, cursor, count = [], None, 0
        while True:
            page = await getattr(c, method)(cursor=cursor)
            names += [x.name for x in getattr(page, key)]
            count += 1
            cursor = page.next_cursor
            check(len(getattr(page, key)) == 2, page)
            if not cursor:
                break
        check(len(names) == n and count == n // 2 and names == sorted(names), names)


async def stateless(c):
    """What only 2026-07-28 has."""
    for r in (await c.list_tools(), await c.list_prompts(), await c.list_resources(), await c.list_resource_templates()):
        check(r.ttl_ms > 0 and r.cache_scope == 'public', r)
    async with c.listen(tools_list_changed=True, resource_subscriptions=['iam-policy-autopilot://languages']) as s:
        check(not s.honored.tools_list_changed and not s.honored.resource_subscriptions, 'nothing ever changes')
        r = await c.call_tool('generate_application_policies', {'SourceFiles': [DEMO]})
        check(not r.is_error, 'beside a subscription')


async def cancelled(connect):
    """A slow call is given up; meanwhile, and afterwards, others are answered."""
    with common.slow_project() as slow:
        async with connect(Person()) as c:
            progress = []

            async def tell(done, total, message):
                progress.append((done, total, message))

            call = asyncio.create_task(c.call_tool('generate_application_policies', {'SourceFiles': [slow]}, progress_callback=tell))
            for _ in range(500):
                if progress or call.done():
                    break
                await asyncio.sleep(0.01)
            check(not call.done(), 'the slow project is not slow enough')
            t = time.time()
            r = await c.call_tool('query_service_reference', {'Service': 'sqs', 'List': 'actions'})
            check(not r.is_error, r)
            check(not call.done(), 'a slow call blocked another')
            call.cancel()
            try:
                await call
                check(False, 'not cancelled')
            except asyncio.CancelledError:
                pass
            r = await c.call_tool('generate_application_policies', {'SourceFiles': [DEMO]})
            check(not r.is_error and time.time() - t < 5, time.time() - t)


async def two(connect):
    async with connect(Person()) as x, connect(Person()) as y:
        a, b = await asyncio.gather(x.call_tool('generate_application_policies', {'SourceFiles': [DEMO]}),
                                    y.call_tool('explain_policy', {'SourceFiles': [DEMO]}))
        check(not a.is_error and not b.is_error, a, b)
        many = await asyncio.gather(*[s.call_tool('generate_application_policies', {'SourceFiles': [DEMO]}) for s in (x, y) for _ in range(20)])
        check(all(m.structured_content == a.structured_content for m in many), 'the same input gives the same bytes')


async def speed(connect):
    async with connect(Person()) as c:
        best = 1e9
        for _ in range(20):
            t = time.perf_counter()
            await c.call_tool('generate_application_policies', {'SourceFiles': [DEMO]})
            best = min(best, time.perf_counter() - t)
        print(f'  a call on a small project: {best * 1000:.1f} ms with the client\'s own work')


async def main():
    with common.fake_iam() as iam:
        env = common.environment(iam)
        has = common.features(BIN)
        stdio = lambda *options: StdioServerParameters(command=BIN, args=['mcp-server', *options], env=env)
        with common.http_server(BIN, env=env) if has['http'] else contextlib.nullcontext((None, None)) as (url, _):
            targets = {'stdio': stdio(), 'http': url} if url else {'stdio': stdio()}
            for mode in ('auto', 'legacy'):
                for name, target in targets.items():
                    def connect(person, target=target):
                        return Client(target, mode=mode, client_info=types.Implementation(name='test', version='1'), **person.options())
                    before = passed
                    async with connect(Person()) as c:
                        check(c.server_info.name == 'iam-policy-autopilot', c.server_info)
                        version = c.protocol_version
                        await every_tool(c)
                        await lists(c)
                        if version >= '2026-07-28':
                            await stateless(c)
                    await fixes(connect, has['curl'])
                    await roots(connect)
                    await cancelled(connect)
                    await two(connect)
                    await speed(connect)
                    if name == 'stdio':
                        async with Client(stdio('--page-size', '2'), mode=mode) as c:
                            await pages(c)
                    print(f'python client, {name}, {mode}: revision {version}, {passed - before} checks')


logging.getLogger('mcp').setLevel(logging.CRITICAL)  # it tells of every connection that a test gives up
asyncio.run(main())
