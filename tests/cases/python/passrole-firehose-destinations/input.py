import boto3

boto3.client("firehose").create_delivery_stream(
    DeliveryStreamName="logs",
    ExtendedS3DestinationConfiguration={
        "RoleARN": "arn:aws:iam::111122223333:role/write",
        "BucketARN": "arn:aws:s3:::logs",
        "DataFormatConversionConfiguration": {
            "SchemaConfiguration": {"RoleARN": "arn:aws:iam::111122223333:role/schema", "DatabaseName": "d", "TableName": "t"}
        },
    },
)
