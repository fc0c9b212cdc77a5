class A { void f(){
  var x = """
     a\u0041 "" b
     """.formatted(1);
  String s = (String) map.get("a") + 1, t = (cond) ? "a" : "b";
  for (var e : (List<String>) xs) {}
  int y = (x) -1;
  foo((a), (b) -> c, (int a) -> 1);
  Foo.<A, B>bar().<C>baz(); new Foo<String>(){{ add("x"); }};
  if (x > 0 && y < (z)) {}
  List<String>[] l = new List[3], m = (List<String>[]) o;
  @A(b = @B, c = {}) final int q = 1;
  char c = (char) (x + 'a'), d = (char) 'b';
  switch (s) { case "a" -> s3.a(); case "b" -> { } default -> { s3.b(); } }
  int v = switch (s) { case "a": yield 1; default: { yield 2; } };
  Object o2 = x instanceof A a ? a.b() : null;
  a.b(c).d = e -> f; ++x.y[3]; x.y()[2].z();
  long n = 1_000L + 0x1.8p3 + .5f + 1. + 'x' + 07;
  try { } catch (RuntimeException | Error ex) { throw ex; }
  var r = new int[]{1,2}[0] + new int[2][0].length;
  super.<T>foo(); this.<T>foo(); Outer.super.foo(); int.class.getName(); A[].class.x();
  Supplier<String[]> z = String[]::new; IntFunction<int[][]> w = int[][]::new;
  for (;;) if (a) break; else continue;
  do x++; while (x < 3);
  return;
} }
