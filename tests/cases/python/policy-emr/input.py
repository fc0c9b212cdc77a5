"""EMR: the two roles of a cluster."""
import boto3

client = boto3.client("emr")
client.run_job_flow(Name="etl", Instances={}, JobFlowRole="EMR_EC2_DefaultRole", ServiceRole="EMR_DefaultRole")
client.add_job_flow_steps(JobFlowId="j-1", Steps=[])
client.terminate_job_flows(JobFlowIds=["j-1"])
