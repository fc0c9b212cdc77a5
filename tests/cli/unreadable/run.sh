# A file that cannot be read is an error; the others still count.
mkdir src
echo 'import boto3; boto3.client("s3").list_buckets()' > src/good.py
ln -s /proc/self/mem src/broken.py
iam-policy-autopilot extract-sdk-calls src
echo " [$?]"
iam-policy-autopilot extract-sdk-calls src -W never 2>/dev/null
echo " [$?]"
iam-policy-autopilot extract-sdk-calls src/broken.py
echo " [$?]"
