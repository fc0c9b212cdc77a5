/* cmd_mcp.c: mcp-server: the command line of the MCP server. See mcp.h. */
#include "app.h"
#include "commands.h"
#include "mcp.h"

static const Option options[] = {
    {OPT_TRANSPORT, "transport", 't', VALUE_ONE, 0, "TRANSPORT", "stdio http", "stdio (unless given): one client on standard input and output; http: Streamable HTTP"},
    {0},
};

static int run(App *app, Args *args)
{
    static McpServer server;
    if (!app_table(app, args))
        return app->cmd->failure;
    mcp_server_init(&server, app->table);
    if (str_eq(args_get(args, OPT_TRANSPORT, S("stdio")), S("http")))
        return app_fail(app, S("HTTP is not available in this version"), (Str){0});
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
