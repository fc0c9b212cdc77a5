"""Roles that are described, assumed, listed or of another kind are not passed."""
import boto3

boto3.client("sts").assume_role(RoleArn="arn:aws:iam::111122223333:role/other", RoleSessionName="s")
boto3.client("iam").attach_role_policy(RoleName="app", PolicyArn="arn:aws:iam::111122223333:policy/p")
boto3.client("quicksight").register_user(
    IdentityType="IAM", Email="a@example.com", UserRole="READER", AwsAccountId="111122223333", Namespace="default",
    IamArn="arn:aws:iam::111122223333:role/reader",
)
boto3.client("emr-containers").start_job_run(
    virtualClusterId="vc1", executionRoleArn="arn:aws:iam::111122223333:role/job", jobDriver={}
)
boto3.client("redshift").modify_cluster_iam_roles(ClusterIdentifier="w", RemoveIamRoles=["arn:aws:iam::111122223333:role/old"])
boto3.client("apigateway").put_integration(
    restApiId="a", resourceId="r", httpMethod="GET", type="AWS", credentials="arn:aws:iam::*:user/*"
)  # the caller's own identity
