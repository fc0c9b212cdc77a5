import boto3

boto3.client("redshift").create_cluster(
    ClusterIdentifier="warehouse", NodeType="ra3.large", MasterUsername="admin", MasterUserPassword="x",
    IamRoles=["arn:aws:iam::111122223333:role/copy", "arn:aws:iam::111122223333:role/spectrum"],
)
boto3.client("rolesanywhere").create_profile(name="p", roleArns=["arn:aws:iam::111122223333:role/edge"])
