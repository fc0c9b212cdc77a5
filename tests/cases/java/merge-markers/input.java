class A {
<<<<<<< HEAD
    void f() { ours(); }
||||||| base
    void f() { base(); }
=======
    void f() { theirs(); }
>>>>>>> branch
    int shift = a <<<<<<< b;
    void g() { after(); }
}
