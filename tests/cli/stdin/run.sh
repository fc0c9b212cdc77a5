# Standard input as source code.
echo 'import boto3; boto3.client("s3").list_buckets()' | iam-policy-autopilot extract-sdk-calls --full-output -l python -
echo
echo 'import boto3; boto3.client("s3").list_buckets()' > script
iam-policy-autopilot extract-sdk-calls --language py script
