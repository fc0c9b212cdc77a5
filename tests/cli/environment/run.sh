# Environment variables that the user settles.
cat > a.py <<'END'
import os
import boto3

boto3.client("dynamodb").get_item(TableName=os.environ["TABLE"], Key={})
boto3.client("dynamodb").put_item(TableName=os.getenv("OTHER", "fallback"), Item={})
END
cat > prod.env <<'END'
# production
export TABLE="orders"
OTHER = 'archive'   
BROKEN LINE
=x
END
run() { iam-policy-autopilot generate-policies a.py "$@" | grep -o '"Resource":\[[^]]*\]'; }
run --region eu-west-1 --account 1
run --env TABLE=t1 --env OTHER=o1
run --env-file prod.env
run --env-file prod.env --env TABLE=t2
