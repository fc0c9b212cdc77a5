# fix-access-denied --json: one object on stdout, nothing on stderr.
iam-policy-autopilot fix-access-denied --json --pretty --file event.json
echo "$?"
iam-policy-autopilot fix-access-denied --json nothing
