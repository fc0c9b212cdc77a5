#!/usr/bin/env python3
"""The MCP inspector in its command-line mode lists and calls every tool, reads every resource and gets every prompt, in both eras of the protocol
and over both transports, without a complaint: nothing on stderr, status 0.

usage: inspector.py BINARY FOLDER-WITH-NODE_MODULES NODE"""
import contextlib, json, os, subprocess, sys, tempfile

import common
from common import ARGUMENTS, DENIAL, TOOLS

BIN, MODULES, NODE = sys.argv[1:4]
INSPECTOR = os.path.join(MODULES, 'node_modules/@modelcontextprotocol/inspector/clients/launcher/build/index.js')
passed = 0


def inspect(home, target, era, *options, status=0):
    """What the inspector prints."""
    global passed
    p = subprocess.run([NODE, INSPECTOR, '--cli', *target, '--protocol-era', era, '--format', 'json', *options], capture_output=True, text=True, timeout=60,
                       env={**common.environment(), 'HOME': home}, stdin=subprocess.DEVNULL)
    assert p.returncode == status and (status or p.stderr == ''), (era, target, options, p.returncode, p.stdout, p.stderr)
    passed += 1
    return json.loads(p.stdout)['result'] if not status else json.loads(p.stdout or '{}')


def everything(home, target, era):
    tools = inspect(home, target, era, '--method', 'tools/list', '--strict')['tools']
    assert [t['name'] for t in tools] == TOOLS, tools
    explanation = None
    for name, arguments in ARGUMENTS.items():
        r = inspect(home, target, era, '--method', 'tools/call', '--tool-name', name, '--tool-args-json', json.dumps(arguments))
        assert not r.get('isError') and json.loads(r['content'][0]['text']) == r['structuredContent'], r
        explanation = r['structuredContent'].get('Explanation', explanation)
    # it cannot ask anybody, so this one refuses, in a result: the inspector says so by its status
    inspect(home, target, era, '--method', 'tools/call', '--tool-name', 'fix_access_denied', '--tool-args-json', json.dumps({'ErrorMessage': DENIAL}), status=5)
    for resource in inspect(home, target, era, '--method', 'resources/list')['resources']:
        assert inspect(home, target, era, '--method', 'resources/read', '--uri', resource['uri'])['contents'][0]['text']
    templates = inspect(home, target, era, '--method', 'resources/templates/list')['resourceTemplates']
    assert len(templates) == 2, templates
    assert inspect(home, target, era, '--method', 'resources/read', '--uri', 'iam-policy-autopilot://reference/sqs')['contents'][0]['text']
    if target[0].startswith('http'):  # elsewhere every command has a server of its own
        assert inspect(home, target, era, '--method', 'resources/read', '--uri', explanation)['contents'][0]['text']
    values = {'error': DENIAL, 'path': common.DEMO, 'region': 'eu-west-1', 'account': '123456789012'}
    for prompt in inspect(home, target, era, '--method', 'prompts/list')['prompts']:
        r = inspect(home, target, era, '--method', 'prompts/get', '--prompt-name', prompt['name'],
                    '--prompt-args', *[f"{a['name']}={values[a['name']]}" for a in prompt['arguments']])
        assert r['messages'][0]['content']['text'], r


has_http = common.features(BIN)['http']
with tempfile.TemporaryDirectory() as home, common.http_server(BIN) if has_http else contextlib.nullcontext((None, None)) as (url, _):
    for era in ('legacy', 'modern'):
        for target in [[BIN, 'mcp-server']] + [[url]] * has_http:
            before = passed
            everything(home, target, era)
            print(f'inspector, {"http" if target[0] == url else "stdio"}, {era}: {passed - before} commands')
