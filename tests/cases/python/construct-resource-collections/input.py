import boto3
bucket = boto3.resource("s3").Bucket("a")
for o in bucket.objects.all():
    o.delete()
for o in bucket.objects.filter(Prefix="p/").limit(5):
    o.get()
list(boto3.resource("ec2").instances.page_size(10))
for q in boto3.resource("sqs").queues.all():
    q.delete()
bucket.objects.filter(Prefix="x/").delete()
boto3.resource("ec2").instances.stop()
bucket.object_versions.delete()
