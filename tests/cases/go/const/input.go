package p

const A, B = "a", "b"
const Typed string = "t"

const (
	Zero = iota
	One
	Two
)

const (
	Prefix = "in/"
	Again
	Name, Suffix = "n" + Prefix, "s"
	Name2, Suffix2
	Kind Type = "k"
	Kind2
	Bit = 1 << iota
	Bit2
	Last = "l"
)
