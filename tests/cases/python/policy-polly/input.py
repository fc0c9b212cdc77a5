"""Polly: speech to S3 with a notice."""
import boto3

client = boto3.client("polly")
client.synthesize_speech(Text="x", OutputFormat="mp3", VoiceId="Joanna")
client.start_speech_synthesis_task(Text="x", OutputFormat="mp3", VoiceId="Joanna", OutputS3BucketName="audio", OutputS3KeyPrefix="out/",
                                   SnsTopicArn="arn:aws:sns:eu-west-1:123456789012:done")
