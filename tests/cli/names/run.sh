# Names of files and words of the command line do not move the cursor, end a line of a message, or command a log's reader.
mkdir src
bad='import boto3
boto3.client("s3").list_buckets()
x = ((('
printf '%s\n' "$bad" > "src/$(printf 'esc\033[31m\a.py')"
printf '%s\n' "$bad" > "src/new
::error::line.py"
printf '%s\n' "$bad" > "src/$(printf 'c1\302\233x.py')"
printf '%s\n' "$bad" > "src/$(printf 'bad\377\376.py')"
printf '%s\n' "$bad" > "src/ü	 .py"
LC_ALL=C iam-policy-autopilot extract-sdk-calls src -W never 2>&1 > out.json | LC_ALL=C tr '\376\377' '??'
LC_ALL=C grep -c '[[:cntrl:]]' out.json
LC_ALL=C iam-policy-autopilot extract-sdk-calls src --dump calls 2> /dev/null | LC_ALL=C tr '\376\377' '??'
iam-policy-autopilot generate-policies "$(printf 'x\033[31m\n.py')" 2>&1
iam-policy-autopilot "$(printf 'x\033[31m\n')" 2>&1 | head -2
printf 'An error occurred (AccessDenied): User: arn:aws:iam::123456789012:user/u\033]0;x\a is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::b/k\033[2J" because no identity-based policy allows the s3:GetObject action\n' |
    iam-policy-autopilot fix-access-denied --dry-run 2>&1 | LC_ALL=C grep -c "$(printf '[\033\a]')"
# A stack that is too small is said.
# shellcheck disable=SC3045
(ulimit -s 256; iam-policy-autopilot extract-sdk-calls src; echo "[$?]") 2>&1
