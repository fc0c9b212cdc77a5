/* mcp_tools.h: a tool of the MCP server: its row in the table, and a call of it. Schemas, checks of arguments and answers all come from the row. */
#ifndef CORE_APP_MCP_TOOLS_H
#define CORE_APP_MCP_TOOLS_H

#include "core/app/generate.h"
#include "core/app/mcp.h"

typedef enum {
    PARAM_TEXT,
    PARAM_TEXTS,
    PARAM_PATH,   /* a file or folder */
    PARAM_PATHS,
    PARAM_COUNT,  /* a whole number from 0 */
    PARAM_FLAG,
} McpParamKind;

/* Where an argument goes in the Args of the command: an OptId, or one of these. */
enum { TO_INPUTS = OPT_COUNT, TO_TOOL /* the tool reads it itself */ };

typedef struct {
    const char *name;
    u8 kind;
    bool required;
    int to;
    const char *choices;  /* legal values, blank-separated; null: any */
    const char *help;
} McpParam;

enum { TOOL_WRITES = 1, TOOL_DESTROYS = 2, TOOL_REPEATS = 4 /* idempotent */, TOOL_WORLD = 8 };

typedef struct McpCall McpCall;

typedef struct {
    const char *name, *title, *about;
    u8 hints;
    const Command *cmd;      /* whose options it takes; null: none */
    const McpParam *params;  /* ends with a null name */
    const char *output;      /* JSON Schema of the structured content */
    bool (*run)(McpCall *c); /* writes c->result (JSON text). False: c->log and c->next say what is wrong and what to do */
} McpTool;

struct McpCall {
    McpJob *job;
    Arena *a;
    const McpTool *tool;
    const cJSON *given;  /* the arguments; an object or null */
    App app;
    AppHooks hooks;
    Args *args;
    Buf log;             /* what app_fail says */
    Buf result;
    Str next;            /* what to do about an error */
    bool refused;        /* the result says that nothing was done: isError is set, too */
};

extern const McpTool mcp_tools[]; /* sorted by name; ends with a null name */

/* Fails with a text. Always false. */
bool mcp_fail(McpCall *c, Str what, Str next);

/* mcp_code.c: the tools that read source code, and the reference. */
bool mcp_generate(McpCall *c);
bool mcp_explain(McpCall *c);
bool mcp_check(McpCall *c);
bool mcp_reference(McpCall *c);

/* mcp_denied.c: the tools that read denials. */
bool mcp_denied(McpCall *c);
bool mcp_fix_denied(McpCall *c);

#endif
