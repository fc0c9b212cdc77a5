# What is read, and what is said, of files that are not plain UTF-8.
code='import boto3
boto3.client("sqs").send_message(QueueUrl="q", MessageBody="caf\303\251")
'
mkdir src
# shellcheck disable=SC2059
printf "$code" > src/plain.py
printf '\357\273\277' > src/bom.py
cat src/plain.py >> src/bom.py
{ printf '\377\376'; iconv -f UTF-8 -t UTF-16LE src/plain.py; } > src/utf16le.py
{ printf '\376\377'; iconv -f UTF-8 -t UTF-16BE src/plain.py; } > src/utf16be.py
iconv -f UTF-8 -t UTF-16LE src/plain.py > src/utf16_no_mark.py
iconv -f UTF-8 -t ISO-8859-1 src/plain.py > src/latin1.py
head -c 4000 /dev/zero > src/zeros.py
{ printf '\177ELF\1\2\3\0\0\0\377\0\7'; head -c 2000 "$(command -v iam-policy-autopilot)"; } > src/binary.py
: > src/empty.py
{ cat src/plain.py; printf 'x = "\0"\n'; } > src/one_nul.py
printf 'import boto3\nboto3.client("s3").list_buckets()\n\377\376\375 = 1\nboto3.client("s3").head_bucket(Bucket="a")\n' > src/ff.py
printf 'import boto3\r\nboto3.client("s3").list_buckets()\r\n' > src/crlf.py
iam-policy-autopilot extract-sdk-calls --dump calls src
