# What goes past a limit is said, and the rest counts. (The size of a file: large.)
calls() { iam-policy-autopilot extract-sdk-calls "$@" > calls.json; echo " [$?] $(grep -o '"Name":"[A-Za-z]*"' calls.json | sort | uniq -c | tr -s ' \n' ' ')"; }
first='import boto3
s3 = boto3.client("s3")'

echo "brackets inside each other"
mkdir brackets
awk -v first="$first" 'BEGIN { print first; printf "x = "; for (i = 0; i < 300; i++) printf "f("; for (i = 0; i < 300; i++) printf ")"; print "\ns3.list_buckets()" }' > brackets/a.py
calls brackets

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
iam-policy-autopilot generate-policies names | grep -o 'arn:[a-z*:]*[^"]*' | sort -u
