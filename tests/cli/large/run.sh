# 50 MB are read; more than the limit is reported.
{
    echo 'import boto3'
    yes '# a comment that makes the file long, and another one' | head -c 50000000
    printf '\nboto3.client("s3").list_buckets()\n'
} > big.py
iam-policy-autopilot extract-sdk-calls big.py
echo " [$?]"
rm big.py
truncate -s 200M huge.py
iam-policy-autopilot extract-sdk-calls huge.py
echo " [$?]"
