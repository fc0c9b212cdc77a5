def f():
    return g(
        1)
class A:
    def m(self):
        self.x = 1
        # trailing comment
