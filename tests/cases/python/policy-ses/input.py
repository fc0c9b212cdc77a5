"""SES: the address and its domain, the template, the configuration set."""
import boto3

client = boto3.client("ses")
client.send_email(Source="Shop <no-reply@example.com>", Destination={}, Message={})
client.send_templated_email(Source="no-reply@example.com", Destination={}, Template="welcome", TemplateData="{}",
                            ConfigurationSetName="main")
