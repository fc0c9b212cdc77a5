import boto3
clients = {"a": boto3.client("athena"), "g": boto3.client("glue")}
clients["a"].list_work_groups()
clients["g"].get_table(DatabaseName="d", Name="n")
pair = [boto3.client("ecr"), boto3.client("ecs")]
pair[1].list_clusters()
ecr, ecs = pair
ecr.describe_repositories()
by_region = {r: boto3.client("ec2", region_name=r) for r in ("us-east-1", "us-west-2")}
for region, ec2 in by_region.items():
    ec2.describe_vpcs()
