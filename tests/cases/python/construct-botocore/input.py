import botocore.session
session = botocore.session.get_session()
session.create_client("ec2", region_name="eu-west-1").describe_vpcs()
