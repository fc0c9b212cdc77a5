import os

MEDIA = "site-media"
EXPORT = os.getenv("EXPORT_BUCKET", "exports")
