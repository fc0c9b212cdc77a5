"""Cognito user pools: calls of administrators; signing in is not authorised by IAM."""
import boto3

client = boto3.client("cognito-idp")
client.admin_create_user(UserPoolId="eu-west-1_Ab1", Username="ann")
client.initiate_auth(ClientId="c", AuthFlow="USER_PASSWORD_AUTH", AuthParameters={})
