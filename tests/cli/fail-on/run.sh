# -W chooses the level from which messages make a run fail.
printf 'import boto3\nboto3.client("s3").list_buckets()\nx = )]( +\n' > a.py
printf 'x = "\351"\n' > latin1.py
for w in note warning unsupported error never; do
    iam-policy-autopilot extract-sdk-calls latin1.py -W $w 2>/dev/null
    echo " $w: $?"
done
iam-policy-autopilot extract-sdk-calls a.py -W unsupported
echo " [$?]"
