# --dump facts over one file and over several; the short spelling.
printf 'import boto3\n' > a.py
printf 'x = f(1)\n' > b.py
iam-policy-autopilot generate-policies --dump facts a.py
iam-policy-autopilot generate-policies --dump facts .
iam-policy-autopilot dump b.py
