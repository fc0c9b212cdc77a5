"""Systems Manager: parameters with their keys, secrets behind parameters, documents of AWS."""
import boto3

client = boto3.client("ssm")
client.get_parameter(Name="/app/db/password", WithDecryption=True)
client.get_parameters_by_path(Path="/app/db", WithDecryption=True)
client.put_parameter(Name="/app/db/password", Value="x", Type="SecureString", KeyId="11111111-2222-3333-4444-555555555555")
client.get_parameter(Name="/aws/reference/secretsmanager/prod/db")
client.send_command(DocumentName="AWS-RunShellScript", InstanceIds=["i-0123456789abcdef0"])
