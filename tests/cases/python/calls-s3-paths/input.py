# libraries that open s3:// paths: only where the path is certainly one
import pandas as pd
from smart_open import open as sopen
import polars as pl
import sys
SRC = "s3://raw-events/2024/01.json.gz"
def load(day):
    with sopen(SRC, "rb") as f:
        for line in f:
            yield line
    df = pd.read_csv("s3://drop/in.csv")
    df = df.dropna()
    df.to_parquet(f"s3://drop/out/{day}.parquet", index=False)
    df.to_csv("local.csv")
    pd.read_csv(sys.argv[1])
    with sopen("s3a://w/x", "w") as g: g.write("a")
    with sopen(sys.argv[1], "w") as g: g.write("a")
    pl.scan_parquet("s3://lake/t/*.parquet").collect().write_csv("s3://lake/o.csv")
    open("s3://no").read()
