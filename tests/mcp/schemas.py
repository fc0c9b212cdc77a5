#!/usr/bin/env python3
"""Every result obeys the schema that its tool declares, and says the same in its text: all golden cases generated, explained and checked, all
denials of the fuzzer's seeds, every service of the reference. The policy of a case allows what the case needs.

usage: schemas.py BINARY"""
import glob, json, os, subprocess, sys

import jsonschema

import common
from common import DENIAL, TOP, WRONG

BIN = sys.argv[1]
META = {'io.modelcontextprotocol/protocolVersion': '2026-07-28', 'io.modelcontextprotocol/clientCapabilities': {}}
PASSED_OVER = {'out', 'facts', 'calls', 'diag', 'status', 'args', 'known-bug'}


class Server:
    def __init__(self):
        self.p = subprocess.Popen([BIN, 'mcp-server'], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=common.environment())
        self.n, self.results, self.errors = 0, 0, 0
        self.validators = {}
        for tool in self.ask('tools/list', {})['tools']:
            jsonschema.Draft202012Validator.check_schema(tool['inputSchema'])
            self.validators[tool['name']] = [jsonschema.Draft202012Validator(tool[k]) for k in ('inputSchema', 'outputSchema')]

    def ask(self, method, params):
        self.n += 1
        m = {'jsonrpc': '2.0', 'id': self.n, 'method': method, 'params': {**params, '_meta': META}}
        self.p.stdin.write(json.dumps(m).encode() + b'\n')
        self.p.stdin.flush()
        reply = json.loads(self.p.stdout.readline())
        assert reply['id'] == self.n and 'result' in reply, reply
        return reply['result']

    def call(self, tool, arguments, wrong=False):
        """The structured content; None after an error without any."""
        takes, gives = self.validators[tool]
        if not wrong:
            takes.validate(arguments)
        r = self.ask('tools/call', {'name': tool, 'arguments': arguments})
        self.results += 1
        self.errors += r['isError']
        assert len(r['content']) == 1 and r['content'][0]['type'] == 'text' and r['content'][0]['text'], r
        if 'structuredContent' not in r:
            assert r['isError'], r
            return None
        gives.validate(r['structuredContent'])
        assert json.loads(r['content'][0]['text']) == r['structuredContent']
        return r['structuredContent']


s = Server()
for folder in sorted(glob.glob(TOP + '/tests/cases/*/*/')):
    files = [f for f in sorted(os.listdir(folder)) if f not in PASSED_OVER]
    arguments = {'SourceFiles': [folder + f for f in files]}
    r = s.call('generate_application_policies', arguments)
    for extra in ({}, {'Actions': ['s3:*']}, {'Resources': ['arn:*:s3:::*'], 'Region': 'eu-west-1', 'Account': '123456789012'}):
        s.call('explain_policy', {**arguments, **extra})
    if not r:
        continue
    explained = s.ask('resources/read', {'uri': r['Explanation']})
    assert 'Policies' in json.loads(explained['contents'][0]['text'])
    for policy in r['Policies'] or ['{"Version":"2012-10-17","Statement":[]}']:
        s.call('check_policy', {**arguments, 'Policy': policy})
    if r['Policies']:
        c = s.call('check_policy', {**arguments, 'Policy': '[' + ','.join(r['Policies']) + ']'})
        assert not c['Missing'], (folder, c['Missing'])
print(f'schemas: {s.results} results of golden cases ({s.errors} errors)')
for f in sorted(glob.glob(TOP + '/tests/fuzz/denied/*')):
    text = open(f, 'rb').read().decode('utf-8', 'replace').replace('\0', ' ')
    for tool in ('generate_policy_for_access_denied', 'fix_access_denied'):
        s.call(tool, {'ErrorMessage': text})
services = s.call('query_service_reference', {})['Services']
for service in services:
    s.call('query_service_reference', {'Service': service['Service']})
    for what in ('operations', 'actions', 'resources', 'condition-keys'):
        s.call('query_service_reference', {'Service': service['Service'], 'List': what})
for tool, arguments, part in WRONG:
    assert s.call(tool, arguments, wrong=True) is None
for statement in ({'NotAction': 's3:*', 'NotResource': 'arn:aws:s3:::x/*'}, {'Sid': 'x', 'Action': ['*'], 'Resource': '*'}, {'Action': 'none:Such', 'Resource': ['arn:aws:s3:::${aws:username}/*']}):
    for effect in ('Allow', 'Deny'):
        c = s.call('check_policy', {'SourceFiles': [common.DEMO], 'Policy': json.dumps({'Version': '2012-10-17', 'Statement': {'Effect': effect, **statement}})})
        assert c is not None
s.p.stdin.close()
assert s.p.wait() == 0
print(f'schemas: {s.results} results ({s.errors} errors)')
