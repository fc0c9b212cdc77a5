package p

import "x"

var é, 世界 = f(), g()
