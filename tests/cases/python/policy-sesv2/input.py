"""SES v2."""
import boto3

client = boto3.client("sesv2")
client.send_email(FromEmailAddress="no-reply@example.com", Destination={},
                  Content={"Template": {"TemplateName": "welcome", "TemplateData": "{}"}})
client.get_email_identity(EmailIdentity="example.com")
