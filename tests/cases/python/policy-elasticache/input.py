"""ElastiCache: snapshots in S3."""
import boto3

client = boto3.client("elasticache")
client.create_cache_cluster(CacheClusterId="c1", SnapshotArns=["arn:aws:s3:::dumps/c1.rdb"])
client.copy_snapshot(SourceSnapshotName="s1", TargetSnapshotName="s2", TargetBucket="dumps")
client.describe_cache_clusters(CacheClusterId="c1")
