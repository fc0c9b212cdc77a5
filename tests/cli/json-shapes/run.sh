# The shapes of compact and pretty output (no newline at the end of compact JSON).
printf 'import boto3\ns3 = boto3.client("s3")\ns3.get_object(Bucket="b", Key=k, **more)\n' > a.py
: > none.py
iam-policy-autopilot generate-policies none.py
echo
iam-policy-autopilot extract-sdk-calls none.py
echo
iam-policy-autopilot generate-policies none.py --pretty
iam-policy-autopilot extract-sdk-calls a.py
echo
iam-policy-autopilot extract-sdk-calls a.py --full-output --pretty
