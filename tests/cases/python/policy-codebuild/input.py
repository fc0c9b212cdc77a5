"""CodeBuild: projects, builds by the project in their id, the role that is passed."""
import boto3

client = boto3.client("codebuild")
client.start_build(projectName="site")
client.batch_get_builds(ids=["site:1"])
client.create_project(name="new", source={"type": "GITHUB"}, artifacts={"type": "NO_ARTIFACTS"}, environment={},
                      serviceRole="arn:aws:iam::123456789012:role/build")
