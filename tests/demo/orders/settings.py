"""Names of the resources that the service uses."""
import os

REPORTS_BUCKET = "acme-order-reports"
ORDERS_TABLE = "orders"
TOPIC_ARN = os.environ["ORDERS_TOPIC_ARN"]
