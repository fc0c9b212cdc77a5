# Sessions that come from code which is not there.
import boto3
from framework import open_session


def role(session):
    session.client("iam").get_role(RoleName="app")
    queue = open_session().resource("sqs").Queue("https://sqs.eu-west-1.amazonaws.com/123456789012/jobs")
    queue.send_message(MessageBody="x")
    session.client("nothing").get_user(1)
    session.client(session).put_object("a", "b")


class Lazy:
    session = None

    def send(self):
        self.session.client("apigatewaymanagementapi").post_to_connection(ConnectionId="c", Data=b"x")
