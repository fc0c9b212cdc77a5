# --data and IAM_POLICY_AUTOPILOT_DATA: the shipped data loaded at run time gives what is compiled in; broken data is refused.
cp "$TOP/tests/demo/handler.py" .
iam-policy-autopilot generate-policies handler.py > one
iam-policy-autopilot generate-policies handler.py --data "$TOP/data" > two
IAM_POLICY_AUTOPILOT_DATA=$TOP/data iam-policy-autopilot generate-policies handler.py > three
cmp one two && cmp one three && echo same
iam-policy-autopilot version --verbose > one
iam-policy-autopilot version --verbose --data "$TOP/data" > two
cmp one two && echo same
mkdir bad bad/iam
printf 'nonsense\ta\n' > bad/services.tsv
iam-policy-autopilot generate-policies handler.py --data bad
echo "[$?]"
iam-policy-autopilot reference --data nowhere
echo "[$?]"
