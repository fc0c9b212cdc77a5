/* mcp_kept.c: texts that later requests may ask for, named by their content, so that the name says nothing but also cannot be guessed by who does
 * not have the text. The oldest go when there are too many. See mcp.h. */
#include "mapper/sha256.h"
#include "mcp.h"

enum { TEXTS = 64, BYTES = 64 << 20, NAME = 32 /* hexadecimal digits */ };

struct McpKept {
    McpKept *next;
    Arena a;
    Str name, text;
};

/* Takes the one of this name out of the list; null: there is none. With the lock held. */
static McpKept *take(McpServer *s, Str name)
{
    for (McpKept **p = &s->kept; *p; p = &(*p)->next)
        if (str_eq((*p)->name, name)) {
            McpKept *k = *p;
            *p = k->next;
            return k;
        }
    return 0;
}

static void release(McpKept *k)
{
    while (k) {
        McpKept *next = k->next;
        Arena a = k->a;
        arena_free(&a);
        k = next;
    }
}

/* Cuts off what is too much. With the lock held. */
static McpKept *cut(McpServer *s)
{
    iz bytes = 0;
    int n = 0;
    for (McpKept **p = &s->kept; *p; p = &(*p)->next) {
        bytes += (*p)->text.len;
        if (++n > TEXTS || (bytes > BYTES && n > 1)) {
            McpKept *rest = *p;
            *p = 0;
            return rest;
        }
    }
    return 0;
}

/* When there is no memory left nothing stays behind. */
static McpKept *make(Arena *a, Str name, Str text)
{
    Arena *memory = new(a, Arena, 1);
    jmp_buf oom;
    memory->oom = &oom;
    if (setjmp(oom)) {
        arena_free(memory);
        longjmp(*a->oom, 1);
    }
    McpKept *k = new(memory, McpKept, 1);
    k->name = str_dup(memory, name);
    k->text = str_dup(memory, text);
    k->a = *memory;
    k->a.oom = 0;
    return k;
}

Str mcp_keep(McpServer *s, Arena *a, Str text)
{
    Str name = str_head(sha256_hex(a, text), NAME);
    pthread_mutex_lock(&s->kept_lock);
    McpKept *k = take(s, name);
    pthread_mutex_unlock(&s->kept_lock);
    if (!k)
        k = make(a, name, text);
    pthread_mutex_lock(&s->kept_lock);
    release(take(s, name)); /* another thread's */
    k->next = s->kept;
    s->kept = k;
    McpKept *old = cut(s);
    pthread_mutex_unlock(&s->kept_lock);
    if (old)
        release(old);
    return name;
}

Str mcp_kept(McpServer *s, Arena *a, Str name)
{
    jmp_buf *outer = a->oom, oom;
    pthread_mutex_lock(&s->kept_lock);
    if (setjmp(oom)) {
        pthread_mutex_unlock(&s->kept_lock);
        longjmp(*outer, 1);
    }
    a->oom = &oom;
    McpKept *k = s->kept;
    while (k && !str_eq(k->name, name))
        k = k->next;
    Str text = k ? str_dup(a, k->text) : (Str){0};
    a->oom = outer;
    pthread_mutex_unlock(&s->kept_lock);
    return text;
}
