# Messages that no other case shows. Data that does not fit together shows those about data.
run() { # NAME ARGUMENTS: the messages, the exit status, the actions
    echo "- $1"
    shift
    iam-policy-autopilot generate-policies "$@" >out.json 2>messages
    status=$?
    cat messages
    echo " [$status] $(grep -o '"[a-z0-9-]*:[A-Z][A-Za-z]*"' out.json | sort -u | tr '\n' ' ')"
}
data() { # FILE SED-COMMAND: a copy of the data, one file of it changed
    rm -rf data
    cp -r "$TOP/data" data
    sed "$2" "$TOP/data/$1" > "data/$1"
}
# What it gives up is what root has more than others: then no permission is missing.
others=
[ "$(id -u)" != 0 ] || others="setpriv --bounding-set=-dac_override,-dac_read_search --inh-caps=-dac_override,-dac_read_search"

echo 'import boto3; boto3.client("s3").list_buckets()' > good.py

mkdir folder folder/locked
cp good.py folder
chmod 0 folder/locked
echo "- a folder that cannot be listed"
$others iam-policy-autopilot extract-sdk-calls folder
echo " [$?]"
$others iam-policy-autopilot extract-sdk-calls folder/locked
echo " [$?]"

mkdir scripts
cp good.py scripts
echo '#!/usr/bin/env python3' > scripts/tool
chmod 0 scripts/tool
echo "- what may be a script"
$others iam-policy-autopilot extract-sdk-calls scripts
echo " [$?]"

cat > services.py <<'END'
import boto3

s3 = boto3.client("s3")


def details(client, cluster):
    return client.describe_cluster(ClusterId=cluster)


def tag(client, arn):
    client.tag_resource(ResourceArn=arn, Tags=[])
END
run "several services have the operation" services.py
run "the same, when the user says which" services.py --service-hints emr sns

# Each quotation mark takes two characters of the policy.
awk 'BEGIN { for (i = 0; i < 2000; i++) q = q "\""; printf "import boto3\ns3 = boto3.client(\"s3\")\ns3.get_object(Bucket=\047%s\047, Key=\047%s\047)\ns3.list_buckets()\n", q, q }' > long.py
run "an ARN that is longer than a policy may be" long.py

printf 'import boto3\nboto3.client("sqs").list_queues()\nboto3.client("s3").create_bucket(Bucket="b")\n' > data.py
data iam/sqs.tsv '/	ListQueues	/d'
run "data without the action of an operation" data.py --data data
data rules/s3.tsv '/^rule	CreateBucket	has(ObjectOwnership)/s/has(ObjectOwnership)/has((/'
run "data with a rule that is none" data.py --data data
data rules/s3.tsv '/^rule	CreateBucket	has(ObjectOwnership)/s/has(ObjectOwnership)	+s3:PutBucketOwnershipControls/-	+s3:NoSuch/'
run "data with an action that there is not" data.py --data data
chmod -R u+rwX folder scripts
