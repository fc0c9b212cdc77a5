/* mapper_values.h: arguments of a call written as JSON, for the mapper's unit tests.
 *
 * "text" with ~ for an unknown part; null; true; 1; [..]; {..}. In an object: a key that ends in ? is set on some paths only, the key "..."
 * makes it open. In a list the element "..." makes it open. {"$any":[x,y]} is x or y; {"$unknown":0} is unknown. */
#ifndef TESTS_UNIT_MAPPER_VALUES_H
#define TESTS_UNIT_MAPPER_VALUES_H

#include <cjson/cJSON.h>
#include <check.h>

#include "mapper/mapcall.h"

static Str value_text(Arena *a, const char *z)
{
    Str s = str_dup(a, str_c(z));
    for (iz i = 0; i < s.len; i++)
        if (s.s[i] == '~')
            ((u8 *)s.s)[i] = TEXT_HOLE;
    return s;
}

static ArgValue *value_of_json(Arena *a, const cJSON *j)
{
    ArgValue *v = new(a, ArgValue, 1);
    const cJSON *x = cJSON_GetObjectItemCaseSensitive(j, "$any");
    if (x) {
        ArgValue *head = 0, **end = &head;
        for (const cJSON *y = x->child; y; y = y->next) {
            *end = value_of_json(a, y);
            end = (ArgValue **)(void *)&(*end)->alt;
        }
        return head;
    }
    if (cJSON_GetObjectItemCaseSensitive(j, "$unknown")) {
        v->kind = ARG_UNKNOWN;
    } else if (cJSON_IsNull(j)) {
        v->kind = ARG_NULL;
    } else if (cJSON_IsBool(j)) {
        v->kind = ARG_BOOL;
        v->text = cJSON_IsTrue(j) ? S("true") : S("false");
    } else if (cJSON_IsString(j)) {
        v->kind = ARG_TEXT;
        v->text = value_text(a, j->valuestring);
    } else if (cJSON_IsNumber(j)) {
        Buf b = {.a = a};
        v->kind = ARG_TEXT;
        buf_int(&b, j->valueint);
        v->text = buf_done(&b);
    } else if (cJSON_IsArray(j)) {
        v->kind = ARG_LIST;
        for (x = j->child; x; x = x->next) {
            if (cJSON_IsString(x) && str_eq(str_c(x->valuestring), S("...")))
                v->open = true;
            else
                *vec_push(a, &v->items) = value_of_json(a, x);
        }
    } else {
        v->kind = ARG_MAP;
        for (x = j->child; x; x = x->next) {
            Str name = value_text(a, x->string);
            bool maybe = str_ends(name, S("?"));
            if (maybe)
                name.len--;
            if (str_eq(name, S("...")))
                v->open = true;
            else
                *vec_push(a, &v->fields) = (ArgField){name, value_of_json(a, x), maybe};
        }
    }
    return v;
}

static const ArgValue *value_of_text(Arena *a, const char *json)
{
    cJSON *j = cJSON_Parse(json);
    ck_assert_msg(j != 0, "not JSON: %s", json);
    const ArgValue *v = value_of_json(a, j);
    cJSON_Delete(j);
    return v;
}

#endif
