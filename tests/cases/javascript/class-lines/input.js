class A {
  a = 1
  b
  static c = 2
  static async d() {}
  *e() {}
  get
  f() {}
  ['g'] = 3
  h = () => {
    i()
  }
  static
  j = 4
}
