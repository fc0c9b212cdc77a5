package p

const (
	plain   = "abc"
	escaped = "a\tb\n\"q\" \\ \x41\101\u00e9\U0001F600"
	bytes   = "\xe4\xb8\x96 \xff"
	raw     = `a\n"b"
c`
	rune1  = 'a'
	rune2  = '\''
	rune3  = '"'
	quote  = "it's"
	empty  = ""
	slash  = "// no comment /* either */"
	tick   = "`"
	number = 0x1F + 1_000 + 1e-3 + 2i
)

// s3.New("no") /* not open
/* s3.New("no") */
var s = `
s3.New("no") // in a raw string
` + f('(', "(")
var crlf = `one
two`
