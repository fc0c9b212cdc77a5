import os
from enum import Enum
BUCKET = "settings-bucket"
TABLE = os.environ["TABLE"]

class Queue(Enum):
    MAIN = "https://sqs.us-east-1.amazonaws.com/111122223333/main"
