"""AppSync."""
import boto3

client = boto3.client("appsync")
client.get_graphql_api(apiId="abc")
client.start_schema_creation(apiId="abc", definition=b"")
