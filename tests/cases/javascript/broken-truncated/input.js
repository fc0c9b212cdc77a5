a();
function f() {
  b();
  const c = d(
    e(), {
      g: "h
