// The server against the official TypeScript clients, version 1 and version 2 in both eras of the protocol, over standard input and output and over
// HTTP: initialise, list (page by page too), call every tool (the client validates every result against its schema), elicitation accepted and
// declined, cancellation, two sessions, the end of a session.
//
// usage: node sdk.mjs BINARY FOLDER-WITH-NODE_MODULES DEMO-PROJECT URL-OF-IAM|none http|stdio
import assert from 'node:assert';
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';

const [binary, modules, demo, iam, transports] = process.argv.slice(2);
const require = createRequire(path.resolve(modules) + '/');
const old = {
    ...require('@modelcontextprotocol/sdk/client/index.js'),
    ...require('@modelcontextprotocol/sdk/client/stdio.js'),
    ...require('@modelcontextprotocol/sdk/client/streamableHttp.js'),
};
const { ElicitRequestSchema, ListRootsRequestSchema, LoggingMessageNotificationSchema } = require('@modelcontextprotocol/sdk/types.js');
const current = { ...require('@modelcontextprotocol/client'), ...require('@modelcontextprotocol/client/stdio') };

// What differs between the versions of the client.
const flavours = {
    'version 1': {
        sdk: old, options: {}, stateless: false,
        handle: (client, method, f) => client.setRequestHandler({ 'elicitation/create': ElicitRequestSchema, 'roots/list': ListRootsRequestSchema }[method], f),
        logs: (client, f) => client.setNotificationHandler(LoggingMessageNotificationSchema, f),
        call: (client, params, options) => client.callTool(params, undefined, options),
    },
};
for (const [name, mode] of [['version 2', 'legacy'], ['version 2, 2026-07-28', { pin: '2026-07-28' }]])
    flavours[name] = {
        sdk: current, options: { versionNegotiation: { mode } }, stateless: mode !== 'legacy',
        handle: (client, method, f) => client.setRequestHandler(method, f),
        logs: (client, f) => client.setNotificationHandler('notifications/message', f),
        call: (client, params, options) => client.callTool(params, options),
    };

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
const env = {
    PATH: process.env.PATH, HOME: '/nonexistent', AWS_EC2_METADATA_DISABLED: 'true', AWS_ENDPOINT_URL: iam, AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE', AWS_SECRET_ACCESS_KEY: 'secret', AWS_CONFIG_FILE: '/nonexistent', AWS_SHARED_CREDENTIALS_FILE: '/nonexistent',
};
let checks = 0;
const ok = (value, what) => { assert.ok(value, what === undefined ? undefined : JSON.stringify(what)); checks++; };

async function connect(flavour, make, capabilities = {}, setup = () => {}) {
    const client = new flavour.sdk.Client({ name: 'test', version: '1' }, { capabilities, ...flavour.options });
    setup(client);
    const transport = make(flavour);
    await client.connect(transport);
    return [client, transport];
}

// A list page by page.
async function pages(list, key) {
    const all = [];
    for (let cursor; ;) {
        const page = await list(cursor ? { cursor } : undefined);
        all.push(...page[key]);
        cursor = page.nextCursor;
        if (!cursor)
            return all;
        ok(page[key].length >= 1, 'an empty page');
    }
}

async function tools(flavour, make) {
    const logged = [];
    const [client, transport] = await connect(flavour, make, { elicitation: {}, roots: {} }, c => {
        flavour.handle(c, 'elicitation/create', async () => ({ action: 'decline' }));
        flavour.handle(c, 'roots/list', async () => ({ roots: [{ uri: 'file://' + demo }] }));
        flavour.logs(c, n => { logged.push(n.params); });
    });
    ok(client.getServerVersion().name === 'iam-policy-autopilot' && client.getServerVersion().title, 'server info');
    if (!flavour.stateless) {
        await client.ping();
        await client.setLoggingLevel('debug');
    }
    const listed = await pages(p => client.listTools(p), 'tools');
    ok(listed.length === Object.keys(calls).length, listed);
    for (const [tool, args] of Object.entries(calls)) {
        const r = await flavour.call(client, { name: tool, arguments: args });
        ok(tool === 'fix_access_denied' ? !r.structuredContent.FixResult.Success : !r.isError, [tool, r]);
        ok(JSON.stringify(JSON.parse(r.content[0].text)) === JSON.stringify(r.structuredContent), tool);
        if (r.structuredContent.Explanation)
            ok((await client.readResource({ uri: r.structuredContent.Explanation })).contents[0].text.includes('ExplanationForAction'), 'explanation');
    }
    const outside = await flavour.call(client, { name: 'generate_application_policies', arguments: { SourceFiles: ['/etc/hosts'] } });
    ok(outside.isError && outside.content[0].text.includes('roots'), outside);
    await assert.rejects(flavour.call(client, { name: 'none', arguments: {} }), e => e.code === -32602);
    const resources = await pages(p => client.listResources(p), 'resources');
    ok(resources.length === (flavour.stateless ? 1 : 2), resources);
    for (const { uri } of resources)
        ok((await client.readResource({ uri })).contents[0].text.length > 0, uri);
    ok((await pages(p => client.listResourceTemplates(p), 'resourceTemplates')).length === 2, 'templates');
    ok((await pages(p => client.listPrompts(p), 'prompts')).length === 2, 'prompts');
    ok((await client.getPrompt({ name: 'fix_denial', arguments: { error: denial } })).messages[0].content.text.includes('bob'), 'prompt');
    const completed = await client.complete({ ref: { type: 'ref/resource', uri: 'iam-policy-autopilot://reference/{service}' }, argument: { name: 'service', value: 'dyn' } });
    ok(completed.completion.values.includes('dynamodb'), completed);
    if (flavour.stateless) {
        const found = await client.discover();
        ok(found.supportedVersions.includes('2026-07-28') && found.instructions, found);
        const heard = await client.listen({ toolsListChanged: true });
        await heard.close();
    }
    return [client, transport];
}

// The user agrees, agrees without a tick, declines, gives up; a client that cannot ask.
async function fixes(flavour, make) {
    for (const [answer, done] of [[{ action: 'accept', content: { confirmed: true } }, true], [{ action: 'accept', content: { confirmed: false } }, false],
        [{ action: 'decline' }, false], [{ action: 'cancel' }, false], [null, false]]) {
        let asked = 0;
        const [client] = await connect(flavour, make, answer ? { elicitation: {} } : {}, c => {
            if (answer)
                flavour.handle(c, 'elicitation/create', async request => { asked++; ok(request.params.message.includes('bob'), request); return answer; });
        });
        const r = await flavour.call(client, { name: 'fix_access_denied', arguments: { ErrorMessage: denial, ResourceOverride: 'arn:aws:s3:::my.bucket/*' } });
        const { FixResult: fix, Policy: text } = r.structuredContent;
        ok(asked === (answer ? 1 : 0) && fix.Success === (done && iam !== 'none'), [answer, r]);
        ok(text.includes('my.bucket/*') && (fix.Error === null) === fix.Success, r);
        await client.close();
    }
}

async function cancellation(flavour, make) {
    const slow = fs.mkdtempSync(path.join(os.tmpdir(), 'mcp-'));
    const text = 'import boto3\ns3 = boto3.client("s3")\n' + Array.from({ length: 9000 }, (_, i) =>
        `def f${i}(x):\n    y = {"Bucket": x, "Key": "a" + str(${i})}\n    return s3.get_object(**y)\n`).join('');
    for (let i = 0; i < 12; i++)
        fs.writeFileSync(path.join(slow, `m${i}.py`), text);
    const [free] = await connect(flavour, make);
    const stop = new AbortController(), progress = [];
    const call = flavour.call(free, { name: 'generate_application_policies', arguments: { SourceFiles: [slow] } }, { signal: stop.signal, onprogress: p => progress.push(p) });
    let over = false;
    call.catch(() => {}).finally(() => { over = true; });
    for (let i = 0; i < 500 && !progress.length && !over; i++)
        await new Promise(r => setTimeout(r, 10));
    ok(!(await flavour.call(free, { name: 'query_service_reference', arguments: {} })).isError && !over, 'a slow call blocked another');
    stop.abort();
    await assert.rejects(call);
    ok(progress.length > 0 && progress.every((p, i) => i === 0 || p.progress > progress[i - 1].progress), progress);
    ok(!(await flavour.call(free, { name: 'explain_policy', arguments: { SourceFiles: [demo] } })).isError, 'after a cancelled call');
    await free.close();
    fs.rmSync(slow, { recursive: true });
}

async function everything(name, flavour, make, makePaged) {
    const before = checks;
    const [client, transport] = await tools(flavour, make);
    await fixes(flavour, make);
    await cancellation(flavour, make);
    if (transport.sessionId) {
        const session = transport.sessionId;
        await transport.terminateSession();
        const after = await fetch(transport._url, { method: 'POST', headers: { 'Content-Type': 'application/json', 'Mcp-Session-Id': session },
            body: '{"jsonrpc":"2.0","id":1,"method":"ping"}' });
        ok(after.status === 404, after.status);
    }
    await client.close();
    await (await tools(flavour, makePaged))[0].close();
    console.log(`typescript client, ${name}: ${checks - before} checks`);
}

async function served(options) {
    const server = spawn(binary, ['mcp-server', '-t', 'http', '-p', '0', ...options], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    process.on('exit', () => server.kill());
    const line = await new Promise(r => server.stdout.once('data', d => r(String(d))));
    const url = new URL('http://' + line.replace(/^Listening on /, '').trim());
    const stop = async () => {
        const end = new Promise(r => server.once('exit', r));
        server.kill('SIGTERM');
        assert.equal(await end, 0);
    };
    return { make: f => new f.sdk.StreamableHTTPClientTransport(url), stop };
}

const piped = options => f => new f.sdk.StdioClientTransport({ command: binary, args: ['mcp-server', ...options], env });
const paged = ['--page-size', '1'];
const here = transports === 'http' && await served([]), herePaged = here && await served(paged);
for (const [name, flavour] of Object.entries(flavours)) {
    await everything(`${name}, stdio`, flavour, piped([]), piped(paged));
    if (here)
        await everything(`${name}, http`, flavour, here.make, herePaged.make);
}
if (here) {
    await here.stop();
    await herePaged.stop();
}
