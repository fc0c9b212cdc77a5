/* policy.c: JSON that holds policies, as check-policy reads it, compared with the needs of a small program; then the same text as a CloudTrail event
 * or a decoded authorization message. */
#include "fuzz.h"

#include "mapper/advice.h"
#include "mapper/compare.h"

static const Str program = S_INIT("import boto3\ns = boto3.client('s3')\ns.put_object(Bucket='reports', Key='in/' + x, Tagging=t)\n"
                                  "s.get_object(Bucket='reports', Key='a')\nboto3.client('sqs').send_message(QueueUrl=u, MessageBody=m)\n"
                                  "boto3.client('lambda').create_function(FunctionName='f', Role='arn:aws:iam::123456789012:role/r', Code={})\n");

static Needs needs_of_program(Arena *a, Diags *diags, const PolicyOptions *opt)
{
    Arena scratch = {.oom = a->oom};
    Source *src = new(a, Source, 1);
    Facts *f = new(a, Facts, 1);
    SdkCalls *calls = new(a, SdkCalls, 1);
    *src = (Source){.path = S("a.py"), .text = program};
    facts_init(f, a, src, S("python"), diags);
    lang_by_id(S("python"))->parse(f, &scratch);
    facts_finish(f);
    arena_free(&scratch);
    Project *p = project_new(a, table_builtin(), diags);
    project_add(p, f);
    *calls = project_calls(p);
    return map_calls(a, table_builtin(), calls, opt, diags);
}

static void run(FuzzInput *in)
{
    static Arena kept;
    static Diags first;
    static Needs needs;
    Arena *a = &in->a;
    PolicyOptions opt = policy_options();
    Str why = {0};
    if (!first.a) {
        kept.oom = a->oom;
        first.a = &kept;
        needs = needs_of_program(&kept, &first, &opt);
    }
    for (iz i = 0; i < in->n; i++) {
        Str text = in->v[i].text;
        PolicySet set = {0};
        if (policyset_parse(&set, a, text, &why)) {
            Diags diags = {.a = a};
            Comparison c = policies_compare(a, table_builtin(), &set, &needs, &opt, &diags);
            for (iz k = 0; k < c.add.n; k++)
                policy_size(a, &c.add.v[k]);
        }
        Denial d = {0};
        if (denial_decoded(&d, a, table_builtin(), text)) {
            Advice v = advice_for(a, table_builtin(), &d);
            Buf b = {.a = a};
            Json j = {.out = &b};
            advice_statement(&j, &v, (Str){0});
        }
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    return fuzz_run(data, size, run);
}
