"""Backup: the role of a job, the key of a vault."""
import boto3

client = boto3.client("backup")
client.start_backup_job(BackupVaultName="vault", ResourceArn="arn:aws:dynamodb:eu-west-1:123456789012:table/orders",
                        IamRoleArn="arn:aws:iam::123456789012:role/backup")
client.create_backup_vault(BackupVaultName="new", EncryptionKeyArn="arn:aws:kms:eu-west-1:123456789012:key/aaaa")
