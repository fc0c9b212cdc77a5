import boto3

elb = boto3.client("elbv2")
TAGS = [{"Key": "team", "Value": "web"}]
elb.create_load_balancer(Name="web", Subnets=["subnet-1"], Tags=TAGS)
elb.create_listener(
    LoadBalancerArn="arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/web/50dc6c495c0c9188",
    DefaultActions=[], Tags=TAGS,
)
elb.create_target_group(Name="tg", Tags=TAGS)
