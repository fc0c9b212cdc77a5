from aws_lambda_powertools.utilities import parameters
from aws_lambda_powertools.utilities.parameters import get_secret, SSMProvider, DynamoDBProvider

parameters.get_parameter("/app/a")
parameters.get_parameters("/app/")
parameters.get_parameters_by_name(parameters={"/app/b": {}})
get_secret("app/secret")
SSMProvider().get("/app/c")
parameters.get_app_config(name="n", environment="e", application="a")
