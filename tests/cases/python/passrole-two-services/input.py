"""One role for two services: one statement with both; a principal that no document names gives no condition."""
import boto3

ROLE = "arn:aws:iam::111122223333:role/data"
boto3.client("glue").create_job(Name="load", Role="service-role/load", Command={"Name": "glueetl"})
boto3.client("sagemaker").create_model(ModelName="m", ExecutionRoleArn=ROLE)
boto3.client("stepfunctions").create_state_machine(name="flow", definition="{}", roleArn=ROLE)
boto3.client("eks").create_cluster(name="c", roleArn="arn:aws:iam::111122223333:role/eks", resourcesVpcConfig={})
boto3.client("eks").create_nodegroup(clusterName="c", nodegroupName="n", subnets=[], nodeRole="arn:aws:iam::111122223333:role/node")
