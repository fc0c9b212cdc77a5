"""Firehose: a grant on the key of a stream."""
import boto3

client = boto3.client("firehose")
client.put_record_batch(DeliveryStreamName="logs", Records=[])
client.start_delivery_stream_encryption(
    DeliveryStreamName="logs",
    DeliveryStreamEncryptionConfigurationInput={
        "KeyType": "CUSTOMER_MANAGED_CMK",
        "KeyARN": "arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555"})
