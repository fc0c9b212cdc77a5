const a = {
  b, "c-d": 1, 2: 3, [e]: f(), ...g,
  h() { return 1; }, async i() { await j(); }, *k() {}, async *l() {},
  get m() { return n; }, set m(v) { o = v; },
  get: 1, set: 2, async: 3, static: 4, get() {}, async() {},
  if: 5, class: 6, default: 7, new() {}, p: function () {}, q: x => x,
  [r]() {}, "s"() {}, async [t]() {},
};
u({ ...v, w: { x: [y, ...z, { aa: bb }] } });
