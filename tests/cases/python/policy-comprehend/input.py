"""Comprehend: a job reads S3 with its role, not with the caller."""
import boto3

client = boto3.client("comprehend")
client.detect_sentiment(Text="x", LanguageCode="en")
client.start_entities_detection_job(InputDataConfig={"S3Uri": "s3://docs/in"}, OutputDataConfig={"S3Uri": "s3://docs/out"},
                                    DataAccessRoleArn="arn:aws:iam::123456789012:role/nlp", LanguageCode="en")
