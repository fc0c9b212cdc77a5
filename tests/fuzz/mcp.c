/* mcp.c: a session of the MCP server: each line of the input is a message. Tools run as they do for clients, on the other files of the input, which
 * are the client's only root. What the server asks is answered at once: roots with the folder, anything else with the file `answer`. Every reply
 * has to be JSON.
 */
#include "fuzz.h"

#include <string.h>

#include "core/app/mcp.h"

static McpServer server;
static McpSession session;
static FuzzInput *input;

static void answer(Str text);

static void send_text(McpSink *sink, McpKind kind, int error, Str text)
{
    (void)sink;
    (void)error;
    if (!text.len)
        return;
    fuzz_json(text);
    if (kind == MCP_REQUEST)
        answer(text);
}

static void user(McpSink *sink)
{
    (void)sink;
}

static McpSink sink = {send_text, user, user, true};

static void receive(Str text)
{
    McpMessage m = mcp_message(text);
    mcp_receive(&session, &m, &sink, true);
}

static void answer(Str text)
{
    Arena a = {0};
    Buf b = {.a = &a};
    Str result = S("{}");
    cJSON *v = cJSON_ParseWithLength((const char *)text.s, (size_t)text.len);
    Str id = mcp_id(&a, mcp_get(v, "id"));
    bool roots = str_eq(mcp_text(mcp_get(v, "method")), S("roots/list"));
    for (iz i = 0; i < input->n && !roots; i++)
        if (str_eq(input->v[i].path, S("answer")) && str_find_u8(input->v[i].text, '\n') < 0)
            result = input->v[i].text;
    buf_str(&b, S("{\"jsonrpc\":\"2.0\",\"id\":"));
    buf_str(&b, id);
    buf_str(&b, S(",\"result\":"));
    if (roots) {
        buf_str(&b, S("{\"roots\":[{\"uri\":\"file://"));
        buf_str(&b, str_c(fuzz_folder()));
        buf_str(&b, S("\"}]}"));
    } else {
        buf_str(&b, result);
    }
    buf_str(&b, S("}"));
    cJSON_Delete(v);
    if (mcp_json_problem(buf_done(&b))) { /* a client may answer no JSON, but then the job would wait for ever */
        buf_str(&b, S(" "));
        b.n = 0;
        buf_str(&b, S("{\"jsonrpc\":\"2.0\",\"error\":{\"code\":1,\"message\":\"x\"},\"id\":"));
        buf_str(&b, id);
        buf_str(&b, S("}"));
    }
    receive(buf_done(&b));
    arena_free(&a);
}

static void run(FuzzInput *in)
{
    static u8 root[100];
    Str line;
    input = in;
    fuzz_write(in);
    mcp_session_init(&session, &server);
    iz n = (iz)strlen(fuzz_folder());
    memcpy(root, fuzz_folder(), (size_t)n);
    *(Str *)vec_push(&session.roots_memory, &session.roots) = (Str){root, n};
    session.roots_known = session.roots_given = true;
    for (iz i = 0; i < in->n; i++) {
        Str text = in->v[i].text;
        if (in->v[i].path.len && !str_eq(in->v[i].path, S("session")))
            continue;
        while (str_cut(&text, '\n', &line)) {
            line = str_trim(line);
            if (line.len)
                receive(line);
            mcp_session_wait(&session, -1);
        }
    }
    mcp_session_close(&session);
    mcp_session_free(&session);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (!server.table)
        mcp_server_init(&server, table_builtin());
    return fuzz_run(data, size, run);
}
