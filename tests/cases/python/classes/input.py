class A:
    pass

class B(A, mixin.C[T], metaclass=Meta, **kw):
    """Doc."""
    field: int = 3
    other: "S3Client"
    table = boto3.resource("dynamodb").Table("t")
    __slots__ = ("a",)

    def __init__(self, client=None):
        self.client = client
        super().__init__()

    def __new__(cls, *args):
        return object.__new__(cls)

    @property
    def prop(self): return self._p

    @prop.setter
    def prop(self, v): self._p = v

    @functools.cached_property
    def cached(self):
        return boto3.client("s3")

    @staticmethod
    def make(a): return a

    @classmethod
    @decorated
    async def build(cls, a): return cls(a)

    if COND:
        def conditional(this): pass

    class Inner(Base): x = 1

    def method(self):
        def nested(a): return a
        return nested

@dataclass(frozen=True)
class C:
    s3: S3Client = field(default_factory=lambda: boto3.client("s3"))
    name: str = ""

class Color(str, Enum):
    RED = "red"

class Proto(Protocol):
    def get(self) -> "S3Client": ...

class Gen[T: S3Client](Base[T]): pass
class D(): x = y = 1
