a();
const b = = c();
d();
function e() {
  if (f( { g();
  h();
}
i();
class J { k() { l(); } @@ m() { n(); } }
o(;
p();
const q = { r: s, t u, v };
w();
}
x();
