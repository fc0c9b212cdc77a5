# What a policy lacks and what it allows beyond the code; exit statuses of a build gate.
iam-policy-autopilot check-policy --no-kms policy.json app.py
echo "[$?]"
iam-policy-autopilot check-policy --no-kms --json policy.json app.py
echo "[$?]"
iam-policy-autopilot generate-policies app.py > own.json
iam-policy-autopilot check-policy --exact own.json app.py
echo "[$?]"
echo '{"Statement": 3}' > bad.json
iam-policy-autopilot check-policy bad.json app.py
echo "[$?]"
iam-policy-autopilot check-policy missing.json app.py
echo "[$?]"
