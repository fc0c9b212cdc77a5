def f(
    a: S3Client,
    b: "S3Client",
    c: "Optional[S3Client]" = None,
    d: Optional["mypy_boto3_s3.S3Client"] = None,
    e: 'S3Client | None' = None,
    g: S3Client | None = None,
    *args: "T",
    **kw: Any,
) -> "Iterator[S3Client]":
    pass

x: "not a type ()" = 1
y: Literal["a", "b"] = "a"
z: Annotated["S3Client", "text"] = None
w: Callable[["A"], "B"]
v: "Dict[str, 'C']"
u: "T"
t: "A" "B"
type Alias = "S3Client" | None
type Generic[T] = list[T]
