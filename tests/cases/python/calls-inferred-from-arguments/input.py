from botocore.exceptions import ClientError

class Wrapper:
    def __init__(self, client):
        self.client = client
    def run(self, key):
        self.client.put_secret_value(SecretId="app/db", SecretString="x")
        self.client.get(key)
        self.client.copy()
