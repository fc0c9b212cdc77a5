// The server against the official TypeScript client, over standard input and output and over HTTP: initialise, list, call every tool (the client
// validates every result against its schema), elicitation, cancellation, two sessions, resumption, the end of a session.
//
// usage: node sdk.mjs BINARY FOLDER-WITH-NODE_MODULES DEMO-PROJECT
import assert from 'node:assert';
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';

const [binary, modules, demo] = process.argv.slice(2);
const require = createRequire(path.resolve(modules) + '/');
const { Client } = require('@modelcontextprotocol/sdk/client/index.js');
const { StdioClientTransport } = require('@modelcontextprotocol/sdk/client/stdio.js');
const { StreamableHTTPClientTransport } = require('@modelcontextprotocol/sdk/client/streamableHttp.js');
const { ElicitRequestSchema, ListRootsRequestSchema, LoggingMessageNotificationSchema } = require('@modelcontextprotocol/sdk/types.js');

const denial = 'User: arn:aws:iam::123456789012:user/bob is not authorized to perform: s3:GetObject on resource: ' +
    '"arn:aws:s3:::my.bucket/file.txt" because no identity-based policy allows the s3:GetObject action';
const policy = JSON.stringify({ Version: '2012-10-17', Statement: { Effect: 'Allow', Action: 's3:*', Resource: '*' } });
const calls = {
    check_policy: { SourceFiles: [demo], Policy: policy },
    explain_policy: { SourceFiles: [demo] },
    fix_access_denied: { ErrorMessage: denial },
    generate_application_policies: { SourceFiles: [demo], Region: 'us-east-1', Account: null },
    generate_policy_for_access_denied: { ErrorMessage: denial },
    query_service_reference: { Service: 'sqs' },
};
const env = { PATH: process.env.PATH, HOME: '/nonexistent', AWS_EC2_METADATA_DISABLED: 'true', AWS_ENDPOINT_URL: 'http://127.0.0.1:1' };

async function connect(make, capabilities = {}, setup = () => {}) {
    const client = new Client({ name: 'test', version: '1' }, { capabilities });
    setup(client);
    const transport = make();
    await client.connect(transport);
    return [client, transport];
}

async function everything(name, make) {
    let checks = 0;
    const ok = (value, what) => { assert.ok(value, what); checks++; };
    const logged = [], progress = [];
    const [client, transport] = await connect(make, { elicitation: {}, roots: {} }, c => {
        c.setRequestHandler(ElicitRequestSchema, async () => ({ action: 'decline' }));
        c.setRequestHandler(ListRootsRequestSchema, async () => ({ roots: [{ uri: 'file://' + demo }] }));
        c.setNotificationHandler(LoggingMessageNotificationSchema, n => { logged.push(n.params); });
    });
    ok(client.getServerVersion().name === 'iam-policy-autopilot' && client.getServerVersion().title, 'server info');
    await client.ping();
    await client.setLoggingLevel('debug');
    const { tools } = await client.listTools();
    ok(tools.length === Object.keys(calls).length, 'tools');
    for (const [tool, args] of Object.entries(calls)) {
        const r = await client.callTool({ name: tool, arguments: args }, undefined, { onprogress: p => progress.push({ tool, ...p }) });
        ok(tool === 'fix_access_denied' ? !r.structuredContent.FixResult.Success : !r.isError, [tool, r]);
        ok(JSON.stringify(JSON.parse(r.content[0].text)) === JSON.stringify(r.structuredContent), tool);
    }
    ok(progress.length > 0 && progress.every((p, i) => i === 0 || p.tool !== progress[i - 1].tool || p.progress > progress[i - 1].progress), progress);
    const outside = await client.callTool({ name: 'generate_application_policies', arguments: { SourceFiles: ['/etc/hosts'] } });
    ok(outside.isError && outside.content[0].text.includes('roots'), outside);
    await assert.rejects(client.callTool({ name: 'none', arguments: {} }), e => e.code === -32602);
    ok((await client.listResources()).resources.length === 2, 'resources');
    ok((await client.readResource({ uri: 'iam-policy-autopilot://languages' })).contents[0].text.includes('python'), 'languages');
    ok((await client.listResourceTemplates()).resourceTemplates.length === 1, 'templates');
    ok((await client.listPrompts()).prompts.length === 2, 'prompts');
    ok((await client.getPrompt({ name: 'fix_denial', arguments: { error: denial } })).messages[0].content.text.includes('bob'), 'prompt');

    // cancellation, with another call at the same time
    const slow = fs.mkdtempSync(path.join(os.tmpdir(), 'mcp-'));
    const text = 'import boto3\ns3 = boto3.client("s3")\n' + Array.from({ length: 9000 }, (_, i) =>
        `def f${i}(x):\n    y = {"Bucket": x, "Key": "a" + str(${i})}\n    return s3.get_object(**y)\n`).join('');
    for (let i = 0; i < 12; i++)
        fs.writeFileSync(path.join(slow, `m${i}.py`), text);
    const [free] = await connect(make);
    const stop = new AbortController();
    const call = free.callTool({ name: 'generate_application_policies', arguments: { SourceFiles: [slow] } }, undefined, { signal: stop.signal });
    let over = false;
    call.catch(() => {}).finally(() => { over = true; });
    await new Promise(r => setTimeout(r, 200));
    ok(!(await free.callTool({ name: 'query_service_reference', arguments: {} })).isError && !over, 'a slow call blocked another');
    stop.abort();
    await assert.rejects(call);
    ok(!(await free.callTool({ name: 'explain_policy', arguments: { SourceFiles: [demo] } })).isError, 'after a cancelled call');
    fs.rmSync(slow, { recursive: true });

    if (transport.sessionId) {
        const session = transport.sessionId;
        await transport.terminateSession();
        const after = await fetch(transport._url, { method: 'POST', headers: { 'Content-Type': 'application/json', 'Mcp-Session-Id': session },
            body: '{"jsonrpc":"2.0","id":1,"method":"ping"}' });
        ok(after.status === 404, after.status);
    }
    await free.close();
    await client.close();
    console.log(`typescript client, ${name}: ${checks} checks`);
}

await everything('stdio', () => new StdioClientTransport({ command: binary, args: ['mcp-server'], env }));
const server = spawn(binary, ['mcp-server', '-t', 'http', '-p', '0'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
const line = await new Promise(r => server.stdout.once('data', d => r(String(d))));
const url = new URL('http://' + line.replace(/^Listening on /, '').trim());
await everything('http', () => new StreamableHTTPClientTransport(url));
const end = new Promise(r => server.once('exit', r));
server.kill('SIGTERM');
assert.equal(await end, 0);
