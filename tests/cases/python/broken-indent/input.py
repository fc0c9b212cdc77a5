def f():
return 1
    a()
  b()
class A:
      def m(self):
          x = 1
    def n(self):
        y = 2
   z = 3
if a:
b()
else:
    c()
 d()
