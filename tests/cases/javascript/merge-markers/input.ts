a();
<<<<<<< HEAD
b();
=======
c();
>>>>>>> other
d();
class E {
<<<<<<< HEAD
  f() { g(); }
=======
  f() { h(); }
>>>>>>> other
}
