/* help.c: the texts that are made from the option tables: -h, the usage line, the list of subcommands. See options.h. */
#include "options.h"

enum { OPTION_COLUMN = 34, WIDTH = 100 };

static void pad(Buf *b, iz from, iz column)
{
    for (iz n = b->n - from; n < column; n++)
        buf_u8(b, ' ');
}

/* Text broken into lines of WIDTH, each indented to `column`; the first continues the line that begins at `from`. */
static void wrapped(Buf *b, Str text, iz from, iz column)
{
    Str word;
    bool first = true;
    while (str_cut(&text, ' ', &word)) {
        if (!first && b->n - from + 1 + word.len > WIDTH) {
            buf_u8(b, '\n');
            from = b->n;
            pad(b, from, column);
        } else if (!first) {
            buf_u8(b, ' ');
        }
        buf_str(b, word);
        first = false;
    }
    buf_u8(b, '\n');
}

static void paragraphs(Buf *b, Str text)
{
    Str line;
    while (str_cut(&text, '\n', &line))
        wrapped(b, line, b->n, 0);
}

static void value(Buf *b, const Option *o)
{
    if (o->kind == VALUE_NONE)
        return;
    buf_str(b, o->kind == VALUE_OPTIONAL ? S("[=") : S(" "));
    buf_str(b, str_c(o->value));
    buf_str(b, o->kind == VALUE_OPTIONAL ? S("]") : o->kind == VALUE_MANY ? S("...") : S(""));
}

static void option(Buf *b, const Option *o)
{
    iz from = b->n;
    buf_str(b, S("  "));
    if (o->letter) {
        buf_u8(b, '-');
        buf_u8(b, (u8)o->letter);
        buf_str(b, S(", "));
    } else {
        buf_str(b, S("    "));
    }
    buf_str(b, S("--"));
    buf_str(b, str_c(o->name));
    value(b, o);
    if (b->n - from >= OPTION_COLUMN) {
        buf_u8(b, '\n');
        from = b->n;
    }
    pad(b, from, OPTION_COLUMN);
    wrapped(b, str_c(o->help), from, OPTION_COLUMN);
}

void usage_command(Buf *b, const Command *cmd)
{
    buf_str(b, S("Usage: iam-policy-autopilot "));
    buf_str(b, str_c(cmd->name));
    buf_str(b, S(" [OPTIONS]"));
    if (cmd->inputs) {
        buf_u8(b, ' ');
        buf_str(b, str_c(cmd->inputs));
    }
    buf_u8(b, '\n');
}

void help_command(Buf *b, const Command *cmd)
{
    buf_str(b, S("iam-policy-autopilot (IAM Policy Autopilot)\n\n"));
    buf_str(b, str_c(cmd->summary));
    buf_str(b, S("\n\n"));
    if (cmd->about) {
        paragraphs(b, str_c(cmd->about));
        buf_u8(b, '\n');
    }
    usage_command(b, cmd);
    if (cmd->inputs_help) {
        buf_str(b, S("\nArguments:\n  "));
        iz from = b->n - 2;
        buf_str(b, str_c(cmd->inputs));
        if (b->n - from >= OPTION_COLUMN) {
            buf_u8(b, '\n');
            from = b->n;
        }
        pad(b, from, OPTION_COLUMN);
        wrapped(b, str_c(cmd->inputs_help), from, OPTION_COLUMN);
    }
    buf_str(b, S("\nOptions:\n"));
    for (const OptionGroup *g = cmd->groups; *g; g++)
        for (const Option *o = *g; o->name; o++)
            if (!(o->flags & (OPTION_HIDDEN | OPTION_LATER)))
                option(b, o);
}

void help_program(Buf *b)
{
    buf_str(b, S("iam-policy-autopilot (IAM Policy Autopilot)\n\n"
                 "Unified tool that combines IAM policy generation from source code with the fixing of access-denied errors.\n"
                 "Everything that it knows of AWS is compiled in: no network is used.\n\n"
                 "Usage: iam-policy-autopilot COMMAND [OPTIONS] [ARGUMENTS]\n\nCommands:\n"));
    for (const Command *const *c = commands; *c; c++) {
        if ((*c)->flags & OPTION_HIDDEN)
            continue;
        iz from = b->n;
        buf_str(b, S("  "));
        buf_str(b, str_c((*c)->name));
        pad(b, from, 22);
        buf_str(b, str_c((*c)->summary));
        if ((*c)->flags & OPTION_LATER)
            buf_str(b, S(" (not in this version)"));
        buf_u8(b, '\n');
    }
    buf_str(b, S("\nOptions:\n"
                 "  -h, --help          Print this text; after a command, its own\n"
                 "  -V, --version       Print the version\n\n"
                 "The manual is iam-policy-autopilot(1); each command has a page of its own.\n"));
}
