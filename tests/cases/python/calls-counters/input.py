# sums of numbers are not texts put together: which number it is stays open
import boto3

c = boto3.client("s3")
i = 0
while i < 5:
    c.get_object(Bucket="loop", Key=f"part/{i}/x")
    i += 1
c.get_object(Bucket="sum", Key=f"part/{i + 1}/x")
c.get_object(Bucket="texts", Key="part/" + "20" + "25")
