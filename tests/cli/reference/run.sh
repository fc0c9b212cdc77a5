# The service reference, offline.
r() { iam-policy-autopilot reference "$@"; echo; }
r sqs --list resources
r SQS --resource queue
r sqs --action SendMessage sqs:receivemessage
r sqs --operation send_message SendMessageBatch
r sqs --operation 'list-queue*' --pretty
r sts --operation GetCallerIdentity
r CognitoIdentityServiceProvider --resource UserPool
r client-cognito-identity-provider --list resources
r cognito-idp --condition-key '*'
r elasticloadbalancing --list condition-keys
r sqs --action SendMesage
r sqss
r sqs --operation sqs:ListQueues,SQS:purge_queue --action sqs:PurgeQueue
r @aws-sdk/client-sqs --resource sqs:queue
r sqs --operation sns:Publish
r sqs --action sns:ListQueues
r --list actions
iam-policy-autopilot reference | cut -c 1-80
iam-policy-autopilot reference s3 > all
python3 -c 'import json; d = json.load(open("all")); print(list(d), [len(x) > 10 for x in d.values() if type(x) is list])'
python3 - <<'END'
import json, subprocess
services = [s['Service'] for s in json.loads(subprocess.run(['iam-policy-autopilot', 'reference'], capture_output=True).stdout)['Services']]
for s in services[::17]:
    d = json.loads(subprocess.run(['iam-policy-autopilot', 'reference', s], capture_output=True).stdout)
    assert d['Service'] == s and d['Operations'], s
END
