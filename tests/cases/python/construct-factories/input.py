from clients.factory import make, Factory
from clients import table

make("s3").list_buckets()
Factory().queue().list_queues()
table().scan()
