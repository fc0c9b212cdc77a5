# what only tests pass is not what production passes
import boto3
from flask import Flask
from flask_restful import Api

app = Flask(__name__)
s3 = boto3.client("s3")


class Photos:
    def __init__(self, bucket):
        self.bucket = bucket

    def post(self, f):
        self.bucket.upload_fileobj(f, "photo")


class Pool:
    def __init__(self, pool, idp=None):
        self.pool = pool
        self.idp = idp

    def disable(self, user):
        self.idp.admin_disable_user(UserPoolId=self.pool, Username=user)


def lambda_handler(event, context):
    s3.get_object(Bucket=event["bucket"], Key="in/a")


@app.route("/x/<bucket>")
def read(bucket):
    s3.head_object(Bucket=bucket, Key="k")


def copy(bucket):
    s3.delete_object(Bucket=bucket, Key="k")


def main():
    copy("production")
    Api(app).add_resource(Photos, "/photos", resource_class_args=(boto3.resource("s3").Bucket(app.config["BUCKET"]),))


if __name__ == "__main__":
    lambda_handler({"bucket": "try-out"}, None)
