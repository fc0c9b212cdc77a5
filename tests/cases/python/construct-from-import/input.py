from boto3 import client, resource as make
client("s3").list_buckets()
make("dynamodb").Table("t").delete()
