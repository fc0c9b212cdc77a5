"""WAF: ARNs say "regional" and "global" where requests say REGIONAL and CLOUDFRONT; a scope that is open stays open."""
import boto3, os
w = boto3.client("wafv2", region_name="us-east-1")
w.get_web_acl(Name="acl", Scope="REGIONAL", Id="abc")
w.create_ip_set(Name="ips", Scope="CLOUDFRONT", IPAddressVersion="IPV4", Addresses=[])
w.list_web_acls(Scope="REGIONAL")
w.delete_rule_group(Name="rg", Scope=os.environ["SCOPE"], Id="x", LockToken="t")
w.update_web_acl(Name="acl", Scope="REGIONAL", Id="abc", DefaultAction={}, VisibilityConfig={}, LockToken="")
w.get_rule_group(ARN="arn:aws:wafv2:us-east-1:123456789012:regional/rulegroup/a/b")
w.get_sampled_requests(WebAclArn="arn:aws:wafv2:us-east-1:123456789012:regional/webacl/a/b", RuleMetricName="m", Scope="REGIONAL", TimeWindow={}, MaxItems=1)
w.get_rate_based_statement_managed_keys(Scope="CLOUDFRONT", WebACLName="n", WebACLId="i", RuleName="r")
