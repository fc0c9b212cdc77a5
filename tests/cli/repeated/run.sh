# One statement 10,000 times, in which a name means what it meant in the statement before. What takes the square of them takes minutes.
calls() { timeout 60 iam-policy-autopilot extract-sdk-calls "$1" > calls.json 2> messages; grep -o '"Name":"[A-Za-z]*"' calls.json; echo; }
repeat() { awk -v s="$1" 'BEGIN { for (i = 0; i < 10000; i++) print s }'; }
for s in 'a = a()' 'a = lambda: a' 'a = lambda x: x(a)'; do
    echo "$s"
    { printf 'import boto3\ns3 = boto3.client("s3")\n'; repeat "$s"; printf 's3.get_object(Bucket="b", Key="k")\n'; } > a.py
    calls a.py
done
for s in 'a=()=>0;' 'a=a();' 'a=class extends a{};'; do
    echo "$s"
    { printf 'import { S3Client, GetObjectCommand } from "@aws-sdk/client-s3";\n'; repeat "$s"; printf 'new S3Client({}).send(new GetObjectCommand({ Bucket: "b", Key: "k" }));\n'; } > a.js
    calls a.js
done
for s in 'a = func() {};' 'a = a();'; do
    echo "$s"
    { printf 'package a\nimport "github.com/aws/aws-sdk-go-v2/service/s3"\nfunc f(c *s3.Client) {\n'; repeat "$s"; printf 'c.GetObject(nil, nil)\n}\n'; } > a.go
    calls a.go
done
for s in 'a = () -> 0;' 'a = x -> a;' 'a = a();'; do
    echo "$s"
    { printf 'import software.amazon.awssdk.services.s3.S3Client;\nclass A { void f(S3Client c) {\n'; repeat "$s"; printf 'c.getObject(r -> r.bucket("b"));\n} }\n'; } > A.java
    calls A.java
done
