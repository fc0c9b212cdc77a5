# More values than the limits: of what one place can be, and of the places that decide it. Each is said at the call that it matters to, and once.
put() { # FILE AWK-PROGRAM: each(n, format) prints a line for each number, which the format takes twice
    awk "function each(n, format,    i) { for (i = 0; i < n; i++) printf format \"\\n\", i, i }
        BEGIN { $2 }" > "$1"
    echo "- $1"
    iam-policy-autopilot generate-policies "$1" 2>&1 | grep -oE 'arn:[a-z*:]*s3[^"]*|.*\[t[a-z_]*\]' | sort
}
python='print "import boto3\ns3 = boto3.client(\"s3\")";'
# shellcheck disable=SC2016 # awk's
{
put callers.py "$python"' print "def read(n):\n    s3.get_object(Bucket=n, Key=\"k\")\nread(\"first\")"; each(450, "def f%d(q):\n    q.read(%d)")'
put as-many-callers.py "$python"' print "def read(n):\n    s3.get_object(Bucket=n, Key=\"k\")\nread(\"first\")"; each(300, "def f%d(q):\n    q.read(%d)")'
put operations.py "$python"' print "def run(op):\n    return op(Bucket=\"b\")\nrun(s3.get_bucket_acl)"; each(450, "run(s3.get_bucket_tagging)  # %d %d")'
put overrides.py "$python"' print "class Base:\n    name = \"base\"\n    def read(self):\n        s3.get_object(Bucket=self.name, Key=\"k\")"; each(20, "class C%d(Base):\n    name = \"c%d\"")'
put overriding.py "$python"' print "class Base:\n    def client(self):\n        return boto3.client(\"sqs\")\n    def run(self, b):\n        return self.client().head_bucket(Bucket=\"found-by-its-arguments\")"; each(20, "class C%d(Base):\n    def client(self):\n        return s3  # %d")'
put derived.py "$python"' print "class Base:\n    name = \"base\"\n    @classmethod\n    def read(cls):\n        s3.get_object(Bucket=cls.name, Key=\"k\")"; each(12, "class C%d(Base):\n    name = \"c%d\"")'
put combinations.py "$python"' print "def f(x):\n    a = b = c = \"z\""; each(20, "    if x == %d:\n        a = b = c = \"%d\""); print "    s3.put_object(Bucket=a, Key=b, ACL=c)"; print "    s3.copy_object(Bucket=a, Key=b, CopySource={\"Bucket\": b, \"Key\": c, \"VersionId\": a})"' | grep -v '/[0-9z]'
put nested.py "$python"' print "s3.delete_objects(Delete={\"Quiet\": ["; for (k = 0; k < 64; k++) { print "    ["; each(64, "        \"%d %d\","); print "    ]," } print "], \"Objects\": [{\"Key\": \"a\"}]}, Bucket=\"b\")"'
put same-name.py "$python"' each(2100, "def f%d():\n    p = {}\n    p[\"x\"] = %d"); print "p = {\"Bucket\": \"b\"}\np[\"Key\"] = \"k\"\ndef g():\n    s3.get_object(**p)"'
put other-names.go 'print "package a\nimport \"github.com/aws/aws-sdk-go-v2/service/s3\"\nimport \"github.com/aws/aws-sdk-go-v2/aws\"\ntype T struct { m map[string]string }\nfunc f(s *s3.Client) {\n\tt := &T{m: map[string]string{\"x\": \"b\"}}\n\ts.GetObject(ctx, &s3.GetObjectInput{Bucket: aws.String(t.m[\"x\"]), Key: aws.String(\"k\")})\n}"; each(150, "func g%d(u *T) { u.m[\"x\"] = \"b\" } // %d")'
put no-limit-of-names-for-this.js 'print "const AWS = require(\"aws-sdk\");"; each(300, "function A%d() { var self = this; self.x = %d; }"); print "function Last() { var self = this; self.s3 = new AWS.S3(); self.bucket = \"b\"; }\nLast.prototype.go = function () { var that = this; return that.s3.headBucket({ Bucket: that.bucket }).promise(); };"'
put Implemented.java 'print "import software.amazon.awssdk.services.s3.S3Client;\ninterface N { String name(); }"; each(20, "class N%d implements N { public String name() { return \"n%d\"; } }"); print "class A { void f(S3Client s3, N n) { s3.headBucket(b -> b.bucket(n.name())); } }"'
put Produced.java 'print "import software.amazon.awssdk.services.s3.S3Client;\nimport org.springframework.context.annotation.Bean;\nimport org.springframework.stereotype.Service;\nclass Names { String bucket; Names(String b) { bucket = b; } }\nclass Config {"; each(12, "    @Bean Names n%d() { return new Names(\"n%d\"); }"); print "}\n@Service class A { final Names x; A(Names x) { this.x = x; } void f(S3Client s3) { s3.headBucket(b -> b.bucket(x.bucket)); } }"'
}
mkdir -p settings/src/main/resources
cat > settings/A.java <<'END'
import org.springframework.beans.factory.annotation.Value;
import software.amazon.awssdk.services.s3.S3Client;
class A {
    @Value("${app.bucket}") String bucket;
    void f(S3Client s3) { s3.headBucket(b -> b.bucket(bucket)); }
}
END
i=0
while [ "$i" -lt 20 ]; do
    echo "app.bucket=b$i" > "settings/src/main/resources/application-p$i.properties"
    i=$((i + 1))
done
echo "- settings"
iam-policy-autopilot generate-policies settings 2>&1 | grep -oE 'arn:[a-z*:]*s3[^"]*|.*\[t[a-z_]*\]' | sort
