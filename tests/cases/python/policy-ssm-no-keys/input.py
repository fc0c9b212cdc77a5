"""Parameters that need no key of the caller: plain text, no decryption, the key of AWS."""
import boto3

client = boto3.client("ssm")
client.get_parameter(Name="plain")
client.get_parameter(Name="/app/secure", WithDecryption=False)
client.put_parameter(Name="plain", Value="x", Type="String")
client.put_parameter(Name="secure", Value="x", Type="SecureString")
client.put_parameter(Name="aws", Value="x", Type="SecureString", KeyId="alias/aws/ssm")
