/* config.c: what describes credentials and what services answer: the INI files of the AWS tools (files of the input named config, credentials),
 * JSON of key providers and caches (*.json), the XML of IAM and STS (*.xml). A file without a name is read as each of them. */
#include "fuzz.h"

#include "mapper/credentials_part.h"
#include "mapper/xml.h"

static void ini(Arena *a, Str text, Str plain)
{
    AwsConfig c = {0};
    aws_config_read(a, &c, text, plain);
    for (iz i = 0; i < c.settings.n && i < 64; i++) {
        Str s = c.settings.v[i].section;
        aws_setting(&c, str_from(s, str_find_u8(s, ' ') + 1), c.settings.v[i].key);
        aws_setting(&c, c.settings.v[i].value, S("region"));
        home_path(a, c.settings.v[i].value);
        time_passed(c.settings.v[i].value);
    }
    aws_sts_url(a, table_builtin(), &c, aws_setting(&c, S("default"), S("region")));
}

static void json(Arena *a, Str text)
{
    AwsKeys k;
    Str why;
    keys_from_json(a, text, 0, &k, &why);
    keys_from_json(a, text, "accessToken", &k, &why);
}

static void run(FuzzInput *in)
{
    Arena *a = &in->a;
    for (iz i = 0; i < in->n; i++) {
        Str path = in->v[i].path, text = in->v[i].text;
        if (!path.len || str_ends(path, S("config")))
            ini(a, text, S("profile"));
        if (!path.len || str_ends(path, S("credentials")))
            ini(a, text, S("credentials"));
        if (!path.len || str_ends(path, S(".json")))
            json(a, text);
        if (!path.len || str_ends(path, S(".xml"))) {
            Xml *x = xml_parse(a, text);
            if (x) {
                xml_text(x, S("Error/Code"));
                xml_text(x, S("ListPoliciesResult/Policies/member/PolicyName"));
                xml_at(x, S("GetCallerIdentityResult"));
            }
        }
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    return fuzz_run(data, size, run);
}
