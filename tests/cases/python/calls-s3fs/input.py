# s3fs: what the mode of open() says, recursive functions, and its own wrapper around the client.
import s3fs
from aiobotocore.session import get_session

fs = s3fs.S3FileSystem(anon=False)
with fs.open("read/path/file") as f:
    f.read()
with fs.open("s3://write/out.csv", "wb") as f:
    f.write(b"")
with fs.open("append/log", mode="a") as f:
    f.write("")


def open_as(mode):
    return fs.open("any/file", mode)


fs.cp("from/a", "to/b")
fs.rm("gone/dir", recursive=True)
fs.rm("gone/file")
fs.exists("there/key")
fs.put("local", "s3://up/dir/", recursive=True)


class FileSystem:
    async def connect(self):
        self._s3 = await get_session().create_client("s3").__aenter__()
        return self._s3

    async def _call_s3(self, method, *akwarglist, **kwargs):
        s3 = await self.connect()
        method = getattr(s3, method)
        additional_kwargs = self.merge(akwarglist, kwargs)
        return await method(**additional_kwargs)

    async def _touch(self, path, **kwargs):
        return await self._call_s3("put_object", Bucket="wrapped", Key="k", **kwargs)

    async def _mkdir(self, bucket):
        await self._call_s3("create_bucket", Bucket=bucket)
