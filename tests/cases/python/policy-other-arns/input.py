"""An argument is the ARN of one of the resources that an action requires; the others stay, open or by their own names."""
import boto3
p = boto3.client("personalize")
p.create_dataset(name="n", datasetGroupArn="arn:aws:personalize:us-east-1:123456789012:dataset-group/g", schemaArn="s", datasetType="t")
p.create_dataset_import_job(jobName="j", datasetArn="arn:aws:personalize:us-east-1:123456789012:dataset/g/ITEMS", dataSource={"dataLocation": "s3://b/x"}, roleArn="arn:aws:iam::123456789012:role/r")
boto3.client("chime-sdk-messaging").associate_channel_flow(ChannelArn="arn:aws:chime:us-east-1:123456789012:app-instance/a/channel/c", ChannelFlowArn="arn:aws:chime:us-east-1:123456789012:app-instance/a/channel-flow/f", ChimeBearer="arn:aws:chime:us-east-1:123456789012:app-instance/a/user/u")
boto3.client("comprehend").start_document_classification_job(DocumentClassifierArn="arn:aws:comprehend:us-east-1:123456789012:document-classifier/x", InputDataConfig={}, OutputDataConfig={}, DataAccessRoleArn="arn:aws:iam::123456789012:role/r")
