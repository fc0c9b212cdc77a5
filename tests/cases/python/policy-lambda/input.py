"""Lambda: code in S3 and ECR, layers, VPC settings, qualifiers, the role that is passed."""
import boto3

client = boto3.client("lambda")
client.invoke(FunctionName="resize")
client.invoke(FunctionName="resize", Qualifier="live")
client.create_function(
    FunctionName="new", Role="arn:aws:iam::123456789012:role/fn", Runtime="python3.12", Handler="m.f",
    Code={"S3Bucket": "code", "S3Key": "fn.zip"},
    Layers=["arn:aws:lambda:eu-west-1:123456789012:layer:tools:3"],
    VpcConfig={"SubnetIds": ["subnet-1"], "SecurityGroupIds": ["sg-1"]})
client.update_function_code(FunctionName="boxed", ImageUri="123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/app:1.2")
