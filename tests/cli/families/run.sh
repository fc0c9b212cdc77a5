# Classes that lead to each other in more ways than can be walked: 40 times two bases that have the same two are 2^40. Each is asked once.
family() { # WIDTH DEPTH: a line "NAME BASE BASE ..." for each class, the first ones without
    awk -v w="$1" -v d="$2" 'BEGIN {
        for (l = 0; l < d; l++)
            for (i = 0; i < w; i++) {
                printf "A%d_%d", l, i
                for (k = 0; l && k < w; k++)
                    printf " A%d_%d", l - 1, k
                print ""
            }
    }'
}
calls() { iam-policy-autopilot extract-sdk-calls "$1" | grep -o '"Name":"[A-Za-z]*"' | sort | uniq -c | tr -s ' \n' ' '; echo; }
for shape in '2 40' '3 25' '10 8' '40 8'; do
    w=${shape% *} d=${shape#* }
    last=A$((d - 1))_0
    echo "$shape"
    {
        echo 'import boto3'
        family "$w" "$d" | awk 'NF == 1 { print "class " $1 ":\n  def __init__(self):\n    self.c = boto3.client(\"s3\")"; next }
            { s = $2; for (i = 3; i <= NF; i++) s = s ", " $i; print "class " $1 "(" s "):\n  pass" }'
        echo "$last().c.get_object(Bucket='b', Key='k')"
        echo "$last().nope.put_object(Bucket='b', Key='k')"
        echo "def f(a: A0_0):"
        echo "  a.c.delete_object(Bucket='b', Key=a.nope())"
    } > a.py
    calls a.py
    {
        echo 'import { S3Client, GetObjectCommand, PutObjectCommand } from "@aws-sdk/client-s3";'
        family "$w" "$d" | awk 'NF == 1 { print "interface " $1 " { c: S3Client }"; next }
            { s = $2; for (i = 3; i <= NF; i++) s = s ", " $i; print "interface " $1 " extends " s " { }" }'
        echo "async function f(a: $last) { await a.c.send(new GetObjectCommand({})); await a.nope.send(new PutObjectCommand({ Bucket: a.nope() })); }"
    } > a.ts
    calls a.ts
    {
        echo 'import software.amazon.awssdk.services.s3.S3Client;'
        family "$w" "$d" | awk 'NF == 1 { print "interface " $1 " { S3Client c(); }"; next }
            { s = $2; for (i = 3; i <= NF; i++) s = s ", " $i; print "interface " $1 " extends " s " { default String n() { return nope(); } }" }'
        echo "class C implements $last { public S3Client c() { return null; }"
        echo "  void f(A0_0 a, $last b) { a.c().getObject(r -> r.bucket(a.nope())); b.c().listBuckets(); c().deleteObject(r -> r.key(b.n())); } }"
    } > A.java
    calls A.java
    {
        echo 'package a'
        echo 'import "github.com/aws/aws-sdk-go-v2/service/s3"'
        family "$w" "$d" | awk 'NF == 1 { print "type " $1 " struct { c *s3.Client }"; next }
            { s = $2; for (i = 3; i <= NF; i++) s = s "; " $i; print "type " $1 " struct { " s " }" }'
        echo "func f(a *$last) { a.c.ListBuckets(nil, nil); a.nope.GetObject(nil, nil); a.nope() }"
    } > a.go
    calls a.go
done
