"""Bedrock: foundation models have no account; a profile needs itself and its models; guardrails."""
import boto3

client = boto3.client("bedrock-runtime")
client.converse(modelId="anthropic.claude-3-haiku-20240307-v1:0", messages=[])
client.invoke_model(modelId="eu.anthropic.claude-3-haiku-20240307-v1:0", body="{}")
client.invoke_model_with_response_stream(modelId="amazon.titan-text-lite-v1", body="{}",
                                         guardrailIdentifier="gr1")
