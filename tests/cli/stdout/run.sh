# A stdout that is closed, full, or nobody reads.
echo 'import boto3; boto3.client("s3").list_buckets()' > a.py
for c in "generate-policies a.py" "version" "reference s3"; do
    # shellcheck disable=SC2086
    {
        iam-policy-autopilot $c >&-
        echo "closed: $?"
        iam-policy-autopilot $c > /dev/full
        echo "full: $?"
        { sleep 0.3; iam-policy-autopilot $c; echo "gone: $?" >&2; } | true
        iam-policy-autopilot $c < /dev/null 2>&- | tail -c 1 | wc -c
    }
done 2>&1 | sed 's/Bad file descriptor/EBADF/; s/No space left on device/ENOSPC/'
