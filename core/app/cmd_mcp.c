/* cmd_mcp.c: mcp-server: the command line of the MCP server. See mcp.h. */
#include <stdio.h>
#include <stdlib.h>

#include "app.h"
#include "commands.h"
#include "mcp.h"

static const Option options[] = {
    {OPT_TRANSPORT, "transport", 't', VALUE_ONE, 0, "TRANSPORT", "stdio http", "stdio (unless given): one client on standard input and output; http: Streamable HTTP"},
    {OPT_PORT, "port", 'p', VALUE_ONE, 0, "PORT", 0, "Port of HTTP; 8001 unless given, 0 for any that is free"},
    {OPT_BIND, "bind-address", 'b', VALUE_ONE, 0, "ADDRESS", 0, "Address of HTTP; 127.0.0.1 unless given"},
    {OPT_ALLOW_HOST, "allow-host", 0, VALUE_EACH, 0, "NAME", 0, "Name by which clients may reach the server (Host and Origin headers); may be repeated"},
    {OPT_TOKEN_FILE, "token-file", 0, VALUE_ONE, 0, "FILE", "@file", "File with the bearer token that HTTP clients must send"},
    {OPT_PAGE_SIZE, "page-size", 0, VALUE_ONE, 0, "N", 0, "Entries of one page of a list; 50 unless given"},
    {0},
};

enum { PAGE_MAX = 1000 };

#if HAVE_HTTPD

enum { PORT_DEFAULT = 8001, PORT_MAX = 65535, TOKEN_MAX = 4096, TOKEN_MIN = 16 };

/* The token of --token-file, or of IAM_POLICY_AUTOPILOT_MCP_TOKEN. */
static bool token_of(App *app, const Args *args, Str *token)
{
    Str file = args_get(args, OPT_TOKEN_FILE, (Str){0}), why;
    *token = str_trim(str_c(getenv("IAM_POLICY_AUTOPILOT_MCP_TOKEN")));
    if (file.s && !read_whole(app->a, file, TOKEN_MAX, token, &why)) {
        app_fail2(app, S("Cannot read the token"), file, why);
        return false;
    }
    *token = str_trim(*token);
    if ((file.s || token->len) && token->len < TOKEN_MIN) {
        app_fail(app, S("The bearer token is too short"), S("it needs at least 16 characters"));
        return false;
    }
    return true;
}

static bool loopback(Str bind)
{
    return str_starts(bind, S("127.")) || str_eq(bind, S("::1")) || str_eq(bind, S("localhost"));
}

static int serve_http(McpServer *server, App *app, const Args *args)
{
    static McpHttp h;
    Str port = args_get(args, OPT_PORT, (Str){0});
    h.bind = args_get(args, OPT_BIND, S("127.0.0.1"));
    h.port = PORT_DEFAULT;
    if (port.s && (!str_i64(port, &h.port) || h.port < 0 || h.port > PORT_MAX))
        return app_usage(app, str_cat3(app->a, S("invalid value '"), port, S("' for --port (0 to 65535)")), (Str){0});
    if (!token_of(app, args, &h.token))
        return app->cmd->failure;
    h.hosts = args->value[OPT_ALLOW_HOST];
    if (!loopback(h.bind) && !h.token.len)
        fputs("iam-policy-autopilot: warning: others can reach this address, and no bearer token is asked of them (--token-file)\n", stderr);
    return mcp_http(server, app, &h);
}

#else

static int serve_http(McpServer *server, App *app, const Args *args)
{
    (void)server;
    (void)args;
    return app_fail(app, S("HTTP is not available"), S("this program was built without libmicrohttpd (make HTTPD=1)"));
}

#endif

static int run(App *app, Args *args)
{
    static McpServer server;
    if (!app_table(app, args))
        return app->cmd->failure;
    Str page = args_get(args, OPT_PAGE_SIZE, (Str){0});
    i64 n = MCP_PAGE;
    if (page.s && (!str_i64(page, &n) || n < 1 || n > PAGE_MAX))
        return app_usage(app, str_cat3(app->a, S("invalid value '"), page, S("' for --page-size (1 to 1000)")), (Str){0});
    if (!mcp_server_init(&server, app->table))
        return app_fail(app, S("The system gives no random numbers"), (Str){0});
    server.page = (iz)n;
    if (str_eq(args_get(args, OPT_TRANSPORT, S("stdio")), S("http")))
        return serve_http(&server, app, args);
    return mcp_stdio(&server);
}

const Command cmd_mcp = {
    .name = "mcp-server",
    .summary = "Serves these commands to assistants by the Model Context Protocol",
    .about = "Speaks with one client on standard input and output, or with several over HTTP. Writes no log file and sends nothing anywhere.",
    .failure = EXIT_USAGE,
    .run = run,
    .groups = {options, data_options, common_options},
};
