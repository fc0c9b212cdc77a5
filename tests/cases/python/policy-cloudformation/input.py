"""CloudFormation: templates in S3 in both forms of their URL, the role of a stack, all stacks."""
import boto3

client = boto3.client("cloudformation")
client.create_stack(StackName="web", TemplateURL="https://templates.s3.eu-west-1.amazonaws.com/web/stack.yaml",
                    RoleARN="arn:aws:iam::123456789012:role/deploy")
client.describe_stacks(StackName="web")
client.describe_stacks()
client.validate_template(TemplateURL="https://s3.amazonaws.com/templates/web/stack.yaml")
