"""SageMaker: roles, keys of volumes, the network interface of a notebook."""
import boto3

client = boto3.client("sagemaker")
client.create_training_job(TrainingJobName="t1", AlgorithmSpecification={}, OutputDataConfig={}, StoppingCondition={},
                           RoleArn="arn:aws:iam::123456789012:role/train",
                           ResourceConfig={"VolumeKmsKeyId": "11111111-2222-3333-4444-555555555555"})
client.describe_endpoint(EndpointName="live")
client.create_notebook_instance(NotebookInstanceName="n", InstanceType="ml.t3.medium", SubnetId="subnet-1", SecurityGroupIds=["sg-1"],
                                RoleArn="arn:aws:iam::123456789012:role/book")
