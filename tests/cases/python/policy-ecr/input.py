"""ECR: images, and grants on the key of a repository."""
import boto3

client = boto3.client("ecr")
client.get_authorization_token()
client.batch_get_image(repositoryName="team/app", imageIds=[])
client.create_repository(repositoryName="team/new",
                         encryptionConfiguration={"encryptionType": "KMS", "kmsKey": "11111111-2222-3333-4444-555555555555"})
