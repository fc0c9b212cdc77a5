import boto3

emr = boto3.client("emr", region_name="cn-north-1")
emr.run_job_flow(Name="j", Instances={}, ServiceRole="EMR_DefaultRole", JobFlowRole="EMR_EC2_DefaultRole")
