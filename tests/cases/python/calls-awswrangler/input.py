import awswrangler as wr

wr.s3.read_parquet(path="s3://data/in/")
wr.s3.read_csv(["s3://data/a.csv", "s3://data/x*.csv"])
wr.s3.to_csv(df=None, path="s3://lake/one.csv")
wr.s3.to_parquet(None, "s3://lake/t", dataset=True, mode="overwrite", database="db", table="t")
wr.s3.read_parquet_table(table="t", database="db")
wr.s3.delete_objects("s3://data/old/")
wr.athena.read_sql_query("SELECT 1", database="db", ctas_approach=False)
wr.dynamodb.put_items(items=[{"id": 1}], table_name="orders")
wr.catalog.get_partitions(database="db", table="t")
