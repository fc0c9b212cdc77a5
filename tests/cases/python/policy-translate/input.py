"""Translate: a terminology is a resource, plain text has none."""
import boto3

client = boto3.client("translate")
client.translate_text(Text="x", SourceLanguageCode="en", TargetLanguageCode="de")
client.translate_text(Text="x", SourceLanguageCode="en", TargetLanguageCode="de", TerminologyNames=["brands"])
