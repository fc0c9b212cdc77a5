"""Textract reads and writes S3 in the name of the caller."""
import boto3

client = boto3.client("textract")
client.detect_document_text(Document={"S3Object": {"Bucket": "scans", "Name": "a.png"}})
client.detect_document_text(Document={"Bytes": b""})
client.start_document_analysis(DocumentLocation={"S3Object": {"Bucket": "scans", "Name": "b.pdf"}}, FeatureTypes=[],
                               OutputConfig={"S3Bucket": "texts", "S3Prefix": "out"})
