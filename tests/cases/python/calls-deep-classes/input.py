import boto3
class C0:
    def __init__(self, name):
        self.s3 = boto3.client("s3")
        self.name = name
    def read(self):
        self.s3.get_object(Bucket=self.name, Key="k")
class C1(C0): pass
class C2(C1): pass
class C3(C2): pass
class C4(C3): pass
class C5(C4): pass
class C6(C5): pass
class C7(C6): pass
class C8(C7): pass
class C9(C8): pass
class C10(C9): pass
class C11(C10): pass
class C12(C11): pass
C1("one").read()
C12("twelve").read()


class Names:
    def bucket(self):
        raise NotImplementedError
class N1(Names): pass
class N2(N1): pass
class N3(N2): pass
class N4(N3): pass
class N5(N4): pass
class N6(N5): pass
class N7(N6): pass
class N8(N7): pass
class N9(N8): pass
class Last(N9):
    def bucket(self):
        return "last"


def head(names: Names):
    boto3.client("s3").head_bucket(Bucket=names.bucket())
