import json
import queue
import requests
from google.cloud import storage
from django.db import models

class Author(models.Model):
    pass

def f(repo, rows):
    json.load(open("f"))
    {}.copy()
    queue.Queue().get()
    Author.objects.filter(name="x").delete()
    rows.scan()
    repo.list_accounts()
    repo.images.all()
    requests.get("http://x").json()
    storage.Client().bucket("b").delete()
    session = requests.Session()
    session.put("http://x")
