# fix-access-denied: a log with denials of several kinds; exit statuses; the ways to give the text. Nothing here writes.
fix() { iam-policy-autopilot fix-access-denied "$@"; }
fix --file build.log
echo "several kinds: $?"
S='User: arn:aws:sts::111122223333:assumed-role/app/i-0a1 is not authorized to perform:'
R='on resource: arn:aws:sqs:eu-west-1:111122223333:jobs'
fix "$S sqs:sendmessage $R because no identity-based policy allows the sqs:sendmessage action" 2>/dev/null
echo "identity: $?"
echo "$S sqs:sendmessage $R" | fix 2>/dev/null
echo "no reason: $?"
fix "$S sqs:SendMessage $R because no resource-based policy allows the sqs:SendMessage action" 2>/dev/null
echo "resource: $?"
fix "$S sqs:SendMessage $R with an explicit deny in an identity-based policy" 2>/dev/null
echo "explicit: $?"
fix "$S sqs:SendMessage $R because no service control policy allows the sqs:SendMessage action" 2>&1 | grep -c 'Other\|not supported'
fix nothing of that kind
echo "nothing: $?"
fix --file build.log more words 2>/dev/null
echo "given twice: $?"
fix --file no-such-file
echo "no file: $?"
printf '\037\213\010' | fix
echo "compressed: $?"
