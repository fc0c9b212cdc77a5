/* mcp_lists.c: resources and prompts of the MCP server. See mcp.h. */
#include "mcp.h"

#include "core/app/commands.h"

bool mcp_resources_list(McpAnswer *r)
{
    if (mcp_page(r, 0) < 0)
        return false;
    json_key(&r->j, S("resources"));
    json_begin(&r->j, '[');
    json_end(&r->j, ']');
    return true;
}

bool mcp_templates_list(McpAnswer *r)
{
    if (mcp_page(r, 0) < 0)
        return false;
    json_key(&r->j, S("resourceTemplates"));
    json_begin(&r->j, '[');
    json_end(&r->j, ']');
    return true;
}

bool mcp_resources_read(McpAnswer *r)
{
    return mcp_refuse(r, RPC_NO_RESOURCE, S("no such resource"));
}

bool mcp_prompts_list(McpAnswer *r)
{
    if (mcp_page(r, 0) < 0)
        return false;
    json_key(&r->j, S("prompts"));
    json_begin(&r->j, '[');
    json_end(&r->j, ']');
    return true;
}

bool mcp_prompts_get(McpAnswer *r)
{
    return mcp_refuse(r, RPC_PARAMS, S("no such prompt"));
}
