"""Transcribe reads the recording and writes the text."""
import boto3

client = boto3.client("transcribe")
client.start_transcription_job(TranscriptionJobName="call", Media={"MediaFileUri": "s3://calls/in/1.wav"}, OutputBucketName="texts")
client.get_transcription_job(TranscriptionJobName="call")
