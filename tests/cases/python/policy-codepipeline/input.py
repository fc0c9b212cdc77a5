"""CodePipeline."""
import boto3

client = boto3.client("codepipeline")
client.start_pipeline_execution(name="site")
client.get_pipeline_state(name="site")
