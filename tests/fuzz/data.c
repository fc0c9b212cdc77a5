/* data.c: the reader of --data: TSV files as their owner may break them. What loads is used: every cell is read and every key looked up, and small
 * programs are analysed with it, so that rules, templates and SDK surfaces are read too. */
#include "fuzz.h"

/* What is analysed. */
static const Str programs[][2] = {
    {S_INIT("a.py"), S_INIT("import boto3\ns = boto3.client('s3', region_name='us-east-1')\ns.put_object(Bucket='b', Key='k/' + x, Tagging=t)\n"
                            "boto3.resource('s3').Bucket('b').upload_file('f', 'k')\ns.get_paginator('list_objects').paginate(Bucket='b')\n")},
    {S_INIT("a.js"), S_INIT("import { S3Client, PutObjectCommand } from '@aws-sdk/client-s3';\n"
                            "await new S3Client({}).send(new PutObjectCommand({ Bucket: 'b', Key: `k/${x}` }));\n")},
    {S_INIT("a.go"), S_INIT("package m\nimport \"github.com/aws/aws-sdk-go-v2/service/s3\"\nfunc f(c *s3.Client) {\n"
                            "c.PutObject(ctx, &s3.PutObjectInput{Bucket: aws.String(\"b\")})\n}\n")},
    {S_INIT("A.java"), S_INIT("import software.amazon.awssdk.services.s3.S3Client;\nclass A { void f(S3Client c) {\n"
                              "c.putObject(r -> r.bucket(\"b\").key(\"k\"), body);\n} }\n")},
};

static void every_cell(const Table *t)
{
    for (int id = 0; id < TBL_COUNT; id++)
        for (u32 i = 0; i < tbl_count(t, (TableId)id) && i < 2000; i++) {
            Str k[4] = {{0}};
            iz bytes = 0;
            for (int c = 0; c < 4; c++)
                if (c < (int)t->words[IMAGE_HEAD + id * DIR_WORDS + DIR_COLS]) {
                    k[c] = tbl_get(t, (TableId)id, i, c);
                    bytes += k[c].len;
                }
            tbl_find(t, (TableId)id, k[0], k[1], k[2], k[3]);
            tbl_prefix(t, (TableId)id, 1, k[0], k[1]);
            if (bytes < 0)
                __builtin_trap();
        }
}

static void run(FuzzInput *in)
{
    ImageFile files[FUZZ_FILES];
    iz n = 0;
    for (iz i = 0; i < in->n; i++) {
        Str path = in->v[i].path.len ? in->v[i].path : S("rules/s3.tsv");
        Str name = str_from(path, str_rfind_u8(path, '/') + 1);
        if (str_ends(name, S(".tsv")))
            name.len -= 4;
        files[n++] = (ImageFile){name, path, in->v[i].text};
    }
    Image m = image_build(&in->a, files, n);
    if (m.error.len)
        return;
    Table t = table_from_image(&m);
    every_cell(&t);
    table_service(&t, S("s3"));
    static FuzzInput code;
    code = (FuzzInput){.n = COUNTOF(programs), .a = in->a};
    for (iz i = 0; i < COUNTOF(programs); i++) {
        Str z = str_cat(&code.a, programs[i][1], (Str){(const u8 *)"", 1});
        code.v[i] = (FuzzFile){programs[i][0], str_head(z, z.len - 1)};
    }
    fuzz_chain(&code, &t, lang_by_id(S("python")), false);
    in->a = code.a;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    return fuzz_run(data, size, run);
}
