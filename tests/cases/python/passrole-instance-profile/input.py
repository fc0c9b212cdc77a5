import boto3

ec2 = boto3.client("ec2")
ec2.run_instances(ImageId="ami-1", MinCount=1, MaxCount=1, SubnetId="subnet-1", SecurityGroupIds=["sg-1"],
                  IamInstanceProfile={"Name": "web"})  # the role in the profile is not in the call
