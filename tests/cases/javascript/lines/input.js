const a = 1
const b = f()
;[1, 2].forEach(g)
let c = d
(e)()
let x = y
++z
return
h()
i
  .j()
  ?.k()
if (l) m()
else n()
const o = p
  + q
throw r
var s = function () {}
var t = `u`
`v`
async
function w() {}
break
(x1)()
