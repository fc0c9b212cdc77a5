import boto3

ROLE = "arn:aws:iam::111122223333:role/"
boto3.client("codepipeline").create_pipeline(
    pipeline={
        "name": "release",
        "roleArn": ROLE + "release",
        "artifactStore": {"type": "S3", "location": "artifacts"},
        "stages": [
            {"name": "Source", "actions": []},
            {
                "name": "Deploy",
                "actions": [
                    {
                        "name": "Deploy",
                        "actionTypeId": {"category": "Deploy", "owner": "AWS", "provider": "S3", "version": "1"},
                        "roleArn": f"{ROLE}deploy",
                    }
                ],
            },
        ],
    }
)
