"""Rekognition: images in S3, collections."""
import boto3

client = boto3.client("rekognition")
client.detect_labels(Image={"S3Object": {"Bucket": "photos", "Name": "a.jpg"}})
client.search_faces_by_image(CollectionId="staff", Image={"Bytes": b""})
client.compare_faces(SourceImage={"S3Object": {"Bucket": "photos", "Name": "a.jpg"}}, TargetImage={"Bytes": b""})
