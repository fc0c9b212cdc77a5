# the class of an instance that a mixin sees
import boto3


class S3Mixin:
    bucket_name: str

    @property
    def bucket(self):
        return boto3.resource("s3").Bucket(self.bucket_name)


class LogMixin:
    def log(self, text):
        self.bucket.put_object(Key=f"logs/{type(self).__name__}.txt", Body=text)


class Job(S3Mixin, LogMixin):
    bucket_name = "job-logs"

    def run(self):
        self.log("x")
        for o in self.bucket.objects.filter(Prefix="in/"):
            o.delete()


Job().run()
