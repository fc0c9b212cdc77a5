import boto3
ec2 = boto3.client("ec2")
ec2.get_waiter("instance_running").wait(InstanceIds=["i-1"])
w = ec2.get_waiter("volume_available")
w.wait(VolumeIds=["v"])


def make(name):
    return ec2.get_waiter(name)


make("vpc_exists").wait()
