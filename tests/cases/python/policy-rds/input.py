"""RDS: managed passwords, keys of storage, final snapshots."""
import boto3

client = boto3.client("rds")
client.create_db_instance(DBInstanceIdentifier="main", DBInstanceClass="db.t3.micro", Engine="postgres",
                          MasterUsername="root", ManageMasterUserPassword=True, StorageEncrypted=True,
                          KmsKeyId="11111111-2222-3333-4444-555555555555")
client.delete_db_instance(DBInstanceIdentifier="old", FinalDBSnapshotIdentifier="old-final")
client.delete_db_instance(DBInstanceIdentifier="tmp", SkipFinalSnapshot=True)
