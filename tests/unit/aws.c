/* aws.c: the parts below the IAM client: XML, configuration files, digests. The client itself is tested against a server (tests/iam). */
#include "mapper/credentials.h"
#include "mapper/sha256.h"
#include "mapper/xml.h"
#include "tests/unit/unit.h"

static void same(Str got, Str want)
{
    ck_assert_msg(str_eq(got, want), "got '%.*s', want '%.*s'", (int)got.len, (const char *)got.s, (int)want.len, (const char *)want.s);
}

START_TEST(digests)
{
    same(sha256_hex(&arena, S("")), S("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
    same(sha256_hex(&arena, S("abc")), S("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    same(sha256_hex(&arena, S("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")), S("248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"));
}
END_TEST

START_TEST(xml_good)
{
    Xml *x = xml_parse(&arena, S("<?xml version=\"1.0\"?>\n<!-- a -->\n<A xmlns='u' b=\"&lt;\"><n:B>x &amp; &#x41;&#66;<!-- c --><![CDATA[<&]]></n:B><C/><D><E>1</E><E>2</E></D></A>\n"));
    ck_assert(x);
    same(x->name, S("A"));
    same(xml_text(x, S("B")), S("x & AB<&"));
    same(xml_text(x, S("C")), S(""));
    same(xml_text(x, S("D/E")), S("1"));
    same(xml_child(x, S("D"))->child->next->text, S("2"));
    ck_assert(!xml_at(x, S("D/F")) && !xml_child(0, S("x")));
}
END_TEST

START_TEST(xml_bad)
{
    static const Str texts[] = {
        S_INIT(""), S_INIT("x"), S_INIT("<"), S_INIT("<a"), S_INIT("<a>"), S_INIT("<a></b>"), S_INIT("<a/><b/>"), S_INIT("<a>&unknown;</a>"),
        S_INIT("<!DOCTYPE a><a/>"), S_INIT("<a>&#0;</a>"), S_INIT("<a>&#xd800;</a>"), S_INIT("<a b></a>"), S_INIT("<a b=c></a>"), S_INIT("<a><!-- </a>"),
        S_INIT("<a><![CDATA[ </a>"), S_INIT("<a>&</a>"), S_INIT("<a/>x"), S_INIT("<a><!DOCTYPE b></a>"),
    };
    for (iz i = 0; i < COUNTOF(texts); i++)
        ck_assert_msg(!xml_parse(&arena, texts[i]), "accepted: %s", texts[i].s);
    Buf deep = {.a = &arena};
    for (int i = 0; i < 100000; i++)
        buf_str(&deep, S("<a>"));
    ck_assert(!xml_parse(&arena, buf_done(&deep)));
}
END_TEST

START_TEST(configuration)
{
    AwsConfig c = {0};
    aws_config_read(&arena, &c, S("\xef\xbb\xbf# x\n[default]\nregion = eu-west-1 # home\r\n[profile \"a b\"]\nREGION=x\ns3 =\n  region = nested\nk = v#w\n[plain]\nregion = no\n"
                                  "[sso-session s]\nsso_region = r\n[broken\nregion = y\n"), S("profile"));
    aws_config_read(&arena, &c, S("[default]\naws_access_key_id = A\n[a b]\nregion = z\n[plain]\nregion = yes\n"), S("credentials"));
    same(aws_setting(&c, S("default"), S("region")), S("eu-west-1"));
    same(aws_setting(&c, S("default"), S("aws_access_key_id")), S("A"));
    same(aws_setting(&c, S("a b"), S("region")), S("z"));
    same(aws_setting(&c, S("a b"), S("k")), S("v#w"));
    same(aws_setting(&c, S("plain"), S("region")), S("yes"));
    same(aws_setting(&c, S("none"), S("region")), S(""));
}
END_TEST

START_TEST(forms)
{
    Buf b = {.a = &arena};
    aws_encode(&b, S("a-Z_0.~ /+=\xc3\xa4"));
    same(buf_done(&b), S("a-Z_0.~%20%2F%2B%3D%C3%A4"));
}
END_TEST

UNIT_MAIN("aws", 10, digests, xml_good, xml_bad, configuration, forms)
