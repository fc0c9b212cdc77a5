import boto3

client = boto3.client("lambda")
client.create_function(FunctionName="report", Role="arn:aws:iam::111122223333:role/service-role/report", Code={"ZipFile": b""})
client.update_function_configuration(FunctionName="report", Timeout=30)  # no role: nothing is passed
client.get_function(FunctionName="report")
