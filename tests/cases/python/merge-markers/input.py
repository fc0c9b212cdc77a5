def f():
<<<<<<< HEAD
    a(1)
=======
    a(2)
>>>>>>> branch
    return g(
<<<<<<< HEAD
        1,
=======
        2,
>>>>>>> branch
    )
=======
x = 1
==
