"""KMS itself: ids, ARNs, aliases as conditions, two keys of ReEncrypt, alias and key of CreateAlias."""
import boto3

client = boto3.client("kms")
client.encrypt(KeyId="11111111-2222-3333-4444-555555555555", Plaintext=b"")
client.decrypt(CiphertextBlob=b"")
client.generate_data_key(KeyId="alias/data", KeySpec="AES_256")
client.re_encrypt(CiphertextBlob=b"", SourceKeyId="arn:aws:kms:eu-west-1:123456789012:key/aaaa", DestinationKeyId="bbbb")
client.create_alias(AliasName="alias/new", TargetKeyId="cccc")
