# class methods of a base class: the table is the class's that they are called on
import boto3


class Meta(type):
    registry = {}

    def __new__(mcs, name, bases, ns):
        cls = super().__new__(mcs, name, bases, ns)
        mcs.registry[name] = cls
        return cls


class Model(metaclass=Meta):
    __table__ = None
    _ddb = boto3.resource("dynamodb")

    @classmethod
    def table(cls):
        return cls._ddb.Table(cls.__table__)

    @classmethod
    def get(cls, **key):
        return cls(**cls.table().get_item(Key=key)["Item"])

    def __init__(self, **attrs):
        self.__dict__.update(attrs)

    def save(self):
        self.table().put_item(Item=self.__dict__)


class User(Model):
    __table__ = "app-users"


class Order(Model):
    __table__ = "app-orders"

    def cancel(self):
        self.table().update_item(Key={"id": 1}, UpdateExpression="SET s = :s", ExpressionAttributeValues={":s": "x"})


def main():
    User.get(id=1).save()
    Order(id=2).cancel()
