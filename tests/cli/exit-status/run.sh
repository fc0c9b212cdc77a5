# Exit statuses and messages of wrong command lines and inputs.
t() {
    echo "\$ iam-policy-autopilot $*" >&2
    iam-policy-autopilot "$@" 2>&1 >/dev/null | sed 's/known are [^;]*/known are .../' >&2
    iam-policy-autopilot "$@" >/dev/null 2>&1
    echo "[$?]" >&2
}
mkfifo pipe
echo 'x' > data.xyz
echo 'x = 1' > a.py
t generat-policies a.py
t --verson
t generate-policies
t generate-policies --pritty a.py
t generate-policies -z a.py
t generate-policies a.py --region
t generate-policies a.py --region --pretty
t generate-policies a.py --region eu-west-1 --region eu-west-2
t generate-policies a.py --pretty=yes
t generate-policies a.py --conditions some
t generate-policies a.py --resource-cutoff many
t generate-policies a.py --jobs 0
t generate-policies a.py --env NOVALUE
t generate-policies a.py --env-file nothing.env
t generate-policies a.py --region mars-north-1
t generate-policies a.py --region us-eat-1
t generate-policies a.py --service-hints s3 dinamodb nonsense
t generate-policies a.py --language cobol
t generate-policies missing.py
t generate-policies a.py missing.py
t generate-policies a.py/b.py
t generate-policies pipe
t generate-policies data.xyz
t generate-policies -
t generate-policies a.py --tf-dir .
t generate-policies a.py --upload-policies
t fix-access-denied text
t mcp-server
t telemetry --enable --disable
t help nothing
t reference nothing
t generate-policies a.py --data .
t extract-sdk-calls missing.py
t generate-policies a.py
t generate-policies --full-output --disable-cache -d a.py
