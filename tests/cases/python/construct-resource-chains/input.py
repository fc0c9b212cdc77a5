import boto3
s3 = boto3.resource("s3")
s3.Bucket("a").Object("k").Acl().put(ACL="private")
s3.Object("b", "k").Version("v").delete()
boto3.resource("iam").Role("r").AssumeRolePolicy().update(PolicyDocument="{}")
boto3.resource("ec2").Instance("i-1").vpc.delete()
boto3.resource("sns").Topic("t").subscribe(Protocol="sqs")
boto3.resource("cloudformation").Stack("s").Resource("l").load()
boto3.resource("sqs").get_queue_by_name(QueueName="q").purge()
