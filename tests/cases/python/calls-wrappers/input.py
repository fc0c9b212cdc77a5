from aws_lambda_powertools.utilities import parameters
import s3fs
import awswrangler as wr
parameters.get_parameter("/app/key", decrypt=True)
parameters.get_secret("app/secret")
parameters.SSMProvider().get_multiple("/app/")
fs = s3fs.S3FileSystem()
fs.cat("bucket/path/file")
wr.s3.read_parquet(path="s3://data/in/")
