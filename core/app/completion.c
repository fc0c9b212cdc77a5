/* completion.c: completion scripts for bash and zsh, made from the option tables (`make install` puts them in place). See options.h. */
#include "options.h"

static void names(Buf *b, const Command *c)
{
    for (const OptionGroup *g = c->groups; *g; g++)
        for (const Option *o = *g; o->name; o++)
            if (!(o->flags & (OPTION_HIDDEN | OPTION_LATER))) {
                buf_str(b, S(" --"));
                buf_str(b, str_c(o->name));
            }
}

static bool visible(const Command *c)
{
    return !(c->flags & (OPTION_HIDDEN | OPTION_LATER));
}

/* What bash offers as the value of an option. */
static void bash_value(Buf *b, const Option *o)
{
    buf_str(b, S("    --"));
    buf_str(b, str_c(o->name));
    if (o->letter) {
        buf_str(b, S("|-"));
        buf_u8(b, (u8)o->letter);
    }
    Str c = str_c(o->choices);
    if (str_eq(c, S("@file")))
        buf_str(b, S(") compopt -o default; COMPREPLY=(); return;;\n"));
    else if (str_eq(c, S("@dir")))
        buf_str(b, S(") mapfile -t COMPREPLY < <(compgen -d -- \"$cur\"); return;;\n"));
    else if (str_eq(c, S("@lang")))
        buf_str(b, S(") mapfile -t COMPREPLY < <(compgen -W \"$(iam-policy-autopilot languages --list)\" -- \"$cur\"); return;;\n"));
    else if (c.len) {
        buf_str(b, S(") mapfile -t COMPREPLY < <(compgen -W \""));
        buf_str(b, c);
        buf_str(b, S("\" -- \"$cur\"); return;;\n"));
    } else {
        buf_str(b, S(") COMPREPLY=(); return;;\n"));
    }
}

void completion_bash(Buf *b)
{
    buf_str(b, S("# bash completion for iam-policy-autopilot. Made from the program's option tables; do not edit.\n"
                 "_iam_policy_autopilot()\n{\n"
                 "  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} cmd=${COMP_WORDS[1]}\n"
                 "  if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
                 "    mapfile -t COMPREPLY < <(compgen -W \"--help --version"));
    for (const Command *const *c = commands; *c; c++)
        if (visible(*c)) {
            buf_u8(b, ' ');
            buf_str(b, str_c((*c)->name));
        }
    buf_str(b, S("\" -- \"$cur\")\n    return\n  fi\n  case $cmd in\n"));
    for (const Command *const *c = commands; *c; c++) {
        if (!visible(*c))
            continue;
        buf_str(b, S("  "));
        buf_str(b, str_c((*c)->name));
        buf_str(b, S(")\n    case $prev in\n"));
        for (const OptionGroup *g = (*c)->groups; *g; g++)
            for (const Option *o = *g; o->name; o++)
                if (o->kind != VALUE_NONE && !(o->flags & (OPTION_HIDDEN | OPTION_LATER)))
                    bash_value(b, o);
        buf_str(b, S("    esac\n    case $cur in\n    -*) mapfile -t COMPREPLY < <(compgen -W \""));
        names(b, *c);
        buf_str(b, S("\" -- \"$cur\");;\n    *) compopt -o default; COMPREPLY=();;\n    esac;;\n"));
    }
    buf_str(b, S("  esac\n}\ncomplete -F _iam_policy_autopilot iam-policy-autopilot\n"));
}

/* Text inside '...[...]' of an _arguments specification. */
static void zsh_text(Buf *b, Str s)
{
    for (iz i = 0; i < s.len; i++) {
        if (s.s[i] == '\'') {
            buf_str(b, S("'\\''"));
            continue;
        }
        if (s.s[i] == '[' || s.s[i] == ']' || s.s[i] == ':' || s.s[i] == '\\')
            buf_u8(b, '\\');
        buf_u8(b, s.s[i]);
    }
}

static void zsh_option(Buf *b, const Option *o, bool letter)
{
    buf_str(b, S("      '"));
    if (o->kind == VALUE_EACH || o->kind == VALUE_MANY)
        buf_u8(b, '*');
    buf_str(b, letter ? S("-") : S("--"));
    if (letter)
        buf_u8(b, (u8)o->letter);
    else
        buf_str(b, str_c(o->name));
    buf_u8(b, '[');
    zsh_text(b, str_c(o->help));
    buf_u8(b, ']');
    if (o->kind != VALUE_NONE) {
        buf_str(b, o->kind == VALUE_OPTIONAL ? S("::") : S(":"));
        zsh_text(b, str_c(o->value));
        buf_u8(b, ':');
        Str c = str_c(o->choices);
        if (str_eq(c, S("@file")))
            buf_str(b, S("_files"));
        else if (str_eq(c, S("@dir")))
            buf_str(b, S("_files -/"));
        else if (str_eq(c, S("@lang")))
            buf_str(b, S("($(iam-policy-autopilot languages --list))"));
        else if (c.len) {
            buf_u8(b, '(');
            buf_str(b, c);
            buf_u8(b, ')');
        }
    }
    buf_str(b, S("' \\\n"));
}

void completion_zsh(Buf *b)
{
    buf_str(b, S("#compdef iam-policy-autopilot\n# Made from the program's option tables; do not edit.\n"
                 "_iam_policy_autopilot()\n{\n  local -a commands\n  commands=(\n"));
    for (const Command *const *c = commands; *c; c++)
        if (visible(*c)) {
            buf_str(b, S("    '"));
            buf_str(b, str_c((*c)->name));
            buf_u8(b, ':');
            zsh_text(b, str_c((*c)->summary));
            buf_str(b, S("'\n"));
        }
    buf_str(b, S("  )\n  if ((CURRENT == 2)); then\n    _describe command commands\n    return\n  fi\n"
                 "  local cmd=$words[2]\n  shift words\n  ((CURRENT--))\n  case $cmd in\n"));
    for (const Command *const *c = commands; *c; c++) {
        if (!visible(*c))
            continue;
        buf_str(b, S("  "));
        buf_str(b, str_c((*c)->name));
        buf_str(b, S(")\n    _arguments -S \\\n"));
        for (const OptionGroup *g = (*c)->groups; *g; g++)
            for (const Option *o = *g; o->name; o++) {
                if (o->flags & (OPTION_HIDDEN | OPTION_LATER))
                    continue;
                zsh_option(b, o, false);
                if (o->letter)
                    zsh_option(b, o, true);
            }
        buf_str(b, S("      '*::_files';;\n"));
    }
    buf_str(b, S("  esac\n}\n_iam_policy_autopilot \"$@\"\n"));
}
