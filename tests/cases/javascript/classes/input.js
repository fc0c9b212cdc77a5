class A extends mixin(B, C) {
  field = 1;
  #secret = new S3Client({});
  static shared = new SQSClient();
  'quoted name' = 2;
  [computed] = 3;
  bare
  static { init(); }
  constructor(a) { super(a); this.#secret = a; }
  method() { return this.#secret.send(super.method()); }
  get client() { return this.#secret; }
  set client(v) { this.#secret = v; }
  static make() { return new A(); }
  async *stream() { yield this.field; }
  async() {}
  get() {}
  static() {}
  handler = async () => { await this.method(); };
  delete(x) { return #secret in x; }
}
const D = class {}, E = class Named extends D {};
f(class { g() {} });
