# What goes past a limit is said, and the rest counts. (The size of a file: large.)
calls() { iam-policy-autopilot extract-sdk-calls "$@" > calls.json; echo " [$?] $(grep -o '"Name":"[A-Za-z]*"' calls.json | sort | uniq -c | tr -s ' \n' ' ')"; }
first='import boto3
s3 = boto3.client("s3")'

echo "brackets inside each other"
mkdir brackets
awk -v first="$first" 'BEGIN { print first; printf "x = "; for (i = 0; i < 300; i++) printf "f("; for (i = 0; i < 300; i++) printf ")"; print "\ns3.list_buckets()" }' > brackets/a.py
calls brackets

echo "the same, and choices inside each other without brackets, in the other languages"
nested() { # FILE BEFORE OPENING CLOSING AFTER
    printf '%s\n' "$2" > "nested/$1"
    awk -v o="$3" -v c="$4" -v n="${6:-300}" 'BEGIN { printf "x = "; for (i = 0; i < n; i++) printf "%s", o; printf "a"; for (i = 0; i < n; i++) printf "%s", c; print ";" }' >> "nested/$1"
    printf '%s\n' "$5" >> "nested/$1"
}
mkdir nested
js='const { S3 } = require("@aws-sdk/client-s3"); const s3 = new S3({});'
nested brackets.js "$js" '[' ']' 's3.listBuckets();'
nested choices.js "$js" 'b ? c : ' '' 's3.listBuckets();' 1000
nested choices.py "$first" 'b if c else ' '' 's3.list_buckets()' 1500
nested text.py "$first" 'f"{' '}"' 's3.list_buckets()' 12
nested a.jsx "$js" '<b c={' '}/>' 's3.listBuckets();'
nested a.go 'package a
import "github.com/aws/aws-sdk-go-v2/service/s3"
func f(s3 *s3.Client) {' '(' ')' 's3.ListBuckets(ctx, nil)
}'
java='class A { void f(software.amazon.awssdk.services.s3.S3Client s3) {'
nested Blocks.java "$java" 'b(' ')' 's3.listBuckets(); } }'
nested Choices.java "$java" 'b ? c : ' '' 's3.listBuckets(); } }'
calls nested

echo "folders inside each other"
mkdir folders
printf '%s\ns3.list_buckets()\n' "$first" > folders/a.py
(cd folders && i=0 && while [ "$i" -lt 257 ]; do mkdir d && cd d && i=$((i + 1)); done && printf '%s\ns3.list_tables()\n' "$first" > a.py)
calls folders 2>&1 | sed 's,\(d/\)*d:,d/…/d:,'

echo "files"
mkdir files
for f in a b c d; do printf '%s\ns3.list_buckets()\n' "$first" > files/$f.py; done
IAM_POLICY_AUTOPILOT_MAX_FILES=3 calls files
IAM_POLICY_AUTOPILOT_MAX_FILES=0 iam-policy-autopilot extract-sdk-calls files 2>&1 | head -1

echo "names that mean other names, again and again for each call: what was followed counts, what was not is open"
mkdir names
awk -v first="$first" 'BEGIN {
    print first
    print "s3.delete_object(Bucket=\"first\", Key=\"one\")"
    for (c = 0; c < 20; c++) {
        printf "c%d_0 = \"x\"\n", c
        for (i = 1; i < 90; i++)
            printf "c%d_%d = c%d_%d\n", c, i, c, i - 1
    }
    for (n = 0; n < 1500; n++) {
        printf "s3.get_object(Key=\"k\", Bucket=c0_89"
        for (c = 1; c < 20; c++)
            printf " + c%d_89", c
        print ")"
    }
    print "s3.delete_object(Bucket=\"last\", Key=\"one\")"
}' > names/a.py
echo 'import a' > names/b.py
iam-policy-autopilot generate-policies names | grep -o 'arn:[a-z*:]*[^"]*' | sort -u

echo "values: what is beyond is open, which is said at the call that it matters to"
mkdir values
awk -v first="$first" '
function many(n, format,    i) { for (i = 0; i < n; i++) printf format, i, i }
BEGIN {
    print first
    print "def alternatives(x):\n    n = \"z\""
    many(40, "    if x == %d:\n        n = \"n%d\"\n")
    print "    s3.get_object(Bucket=n, Key=\"alternatives\")\n    s3.put_object(Bucket=\"b\", Key=\"nobody-asks\", Body=n)"
    print "def definitions(x):\n    n = \"z\""
    many(300, "    if x == %d:\n        n = \"same\"  # %d\n")
    print "    s3.get_object(Bucket=n, Key=\"definitions\")"
    print "def members():\n    s3.delete_objects(Bucket=\"members\", Delete={\"Objects\": [{\"Key\": k} for k in ["
    many(70, "        \"m%d\",  # %d\n")
    print "    ]]})"
    print "ENTRIES = {"
    many(300, "    \"k%d\": \"same\",  # %d\n")
    print "}\ns3.get_object(Bucket=ENTRIES[\"k299\"], Key=\"entries\")"
    print "def callers(n):\n    s3.get_object(Bucket=n, Key=\"callers\")"
    many(60, "callers(\"c1\")  # %d %d\n")
    print "def changes():\n    a = {\"Key\": \"changes\"}"
    many(300, "    a[\"Tagging\"] = \"%d %d\"\n")
    print "    s3.put_object(Bucket=\"b\", **a)"
    print "def parts(x):\n    a = \"\"\n    b = \"\""
    many(12, "    if x == %d:\n        a = \"a%d\"\n")
    many(12, "    if x == %d:\n        b = \"b%d\"\n")
    print "    s3.get_object(Bucket=a + b, Key=\"parts\")"
    print "def few(x):\n    n = \"z\""
    many(3, "    if x == %d:\n        n = \"n%d\"\n")
    print "    s3.get_object(Bucket=n, Key=\"few\")"
    print "def clients(x):\n    c = boto3.client(\"sns\")"
    many(300, "    if x == %d:\n        c = boto3.client(\"sqs\")  # %d\n")
    print "    c.tag_resource(ResourceArn=\"x\", Tags=[])"
    print "def anybody(x, n):"
    many(300, "    if x == %d:\n        n = \"same\"  # %d\n")
    print "    s3.get_object(Bucket=input() or n, Key=\"open-anyhow\")"
}' > values/a.py
iam-policy-autopilot generate-policies values | grep -o 'arn:[a-z*:]*[^"]*' | sort -u

echo "token: a text that is longer is a name that is not known"
mkdir token
awk -v first="$first" 'BEGIN {
    print first
    for (i = 0; i < 2048; i++)
        t = t "x"
    printf "s3.get_object(Bucket=\"most\", Key=\"%s\")\n", t
    printf "s3.get_object(Bucket=\"more\", Key=\"%sx\")\n", t
    printf "s3.get_object(Bucket=\"together\", Key=\"%s\" + \"x\")\n", t
    printf "s3.put_object(Bucket=\"b\", Key=\"nobody-asks\", Body=\"%sx\")\n", t
}' > token/a.py
iam-policy-autopilot generate-policies token | grep -o 'arn:[a-z*:]*[^"]*' | sort -u | sed 's/xxx*/x…x/'

echo "configuration: what is beyond does not count"
# shellcheck disable=SC2016 # not the shell's
java='import org.springframework.beans.factory.annotation.Value;
import software.amazon.awssdk.services.s3.S3Client;
class A {
    @Value("${app.first}") String first;
    @Value("${app.last}") String last;
    void f(S3Client s3) { s3.headBucket(b -> b.bucket(first)); s3.deleteBucket(b -> b.bucket(last)); }
}'
settings() { # NAME AWK-PROGRAM
    mkdir -p "$1/src/main/resources"
    echo "$java" > "$1/A.java"
    awk "BEGIN { $2 }" > "$1/src/main/resources/$3"
    echo "- $1"
    iam-policy-autopilot generate-policies "$1" 2>&1 | grep -v open_environment | grep -oE 'arn:[a-z*:]*[^"]*|.*config_cut.*|.*file_too_large.*'
}
settings settings 'print "app.first=one"; for (i = 0; i < 20000; i++) print "k" i "=v"; print "app.last=two"' application.properties
settings levels 'print "app:\n  first: one"; for (i = 0; i < 100; i++) printf "%*sk:\n", i, ""; printf "%*sapp.last: wrong\napp.last: two\n", 100, ""' application.yml
settings items 'print "app:\n  first: one"; for (i = 0; i < 100; i++) printf "- "; print "x: y\napp.last: two"' application.yml
settings inside 'print "app:\n  first: one\n  last: two"; printf "k: "; for (i = 0; i < 20; i++) printf "["; for (i = 0; i < 20; i++) printf "]"' application.yml
settings keys 'print "app:\n  first: one\n  last: two"; for (i = 0; i < 2000; i++) printf "k"; print ":"; for (i = 0; i < 100000; i++) print "  k: v"' application.yml
settings bytes 'print "app.first=one\napp.last=two"; for (i = 0; i < 70000; i++) print "# a comment that takes some room, so that the file is as large as it has to be"' application.properties

json() { # NAME DEPTH OF-EXTENDS: a client that is found by an alias of tsconfig.json
    mkdir -p "$1/base" "$1/code/lib"
    echo 'import { s3 } from "@lib/clients"; s3.listBuckets({});' > "$1/code/a.ts"
    echo 'import { S3 } from "@aws-sdk/client-s3"; export const s3 = new S3({});' > "$1/code/lib/clients.ts"
    {
        echo '{ "compilerOptions": { "baseUrl": "../code", "paths": { "@lib/*": ["lib/*"] } }, "k": '
        awk -v n="$2" 'BEGIN { for (i = 0; i < n; i++) printf "["; for (i = 0; i < n; i++) printf "]" }'
        echo '}'
    } > "$1/base/tsconfig.0.json"
    i=1
    while [ "$i" -lt "$3" ]; do
        echo "{ \"extends\": \"./tsconfig.$((i - 1)).json\" }" > "$1/base/tsconfig.$i.json"
        i=$((i + 1))
    done
    echo "{ \"extends\": \"../base/tsconfig.$((i - 1)).json\" }" > "$1/code/tsconfig.json"
    echo "- $1"
    iam-policy-autopilot generate-policies "$1" 2>&1 | grep -oE '"s3:[A-Za-z]*"|.*config_cut.*'
}
json nested 100 1
json long 1 1
awk 'BEGIN { printf "{ \"k\": ["; for (i = 0; i < 100000; i++) printf "1,"; print "1], \"extends\": \"../base/tsconfig.0.json\" }" }' > long/code/tsconfig.json
iam-policy-autopilot generate-policies long 2>&1
echo
json extended 1 64
json extended-again 1 65
echo "- in a circle, each of two extends both"
rm -r extended-again/base
mkdir extended-again/base
for i in a b; do echo '{ "extends": ["./tsconfig.a.json", "./tsconfig.b.json"] }' > extended-again/base/tsconfig.$i.json; done
echo '{ "extends": "../base/tsconfig.a.json" }' > extended-again/code/tsconfig.json
iam-policy-autopilot generate-policies extended-again 2>&1
echo

echo "an ignore file"
mkdir ignore
cp files/a.py ignore
awk 'BEGIN { print "a.py"; for (i = 0; i < 60000; i++) print "# a comment that takes room" }' > ignore/.gitignore
calls ignore 2>&1
awk 'BEGIN { print "a.py"; for (i = 0; i < 10000; i++) print "x" }' > ignore/.gitignore
calls ignore 2>&1
awk 'BEGIN { print "a.py"; for (i = 0; i < 9999; i++) print "x" }' > ignore/.gitignore
calls ignore 2>&1
