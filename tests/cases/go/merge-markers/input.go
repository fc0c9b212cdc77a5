package p

func f() {
<<<<<<< HEAD
	a()
=======
	b()
>>>>>>> branch
	c(
		1,
<<<<<<< HEAD
		2,
||||||| base
=======
		3,
>>>>>>> branch
	)
}
