"""WAF: the load balancer must allow the web ACL too."""
import boto3

client = boto3.client("wafv2")
client.associate_web_acl(WebACLArn="arn:aws:wafv2:eu-west-1:123456789012:regional/webacl/main/1111",
                         ResourceArn="arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/web/2222")
