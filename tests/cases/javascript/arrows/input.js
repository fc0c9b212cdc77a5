const a = x => x;
const b = (x, y = 1, { z }) => ({ x, y, z });
const c = async x => await f(x);
const d = async (x) => { return g(x); };
const e = () => {};
h(i => j => k(i, j), (l) => l.m);
const n = o ? (p) : (q) => q;
const r = s ? t => t : u => u;
const v = () => {}
;[1].map(w => w)
const x1 = () => {}
(y1 || z1)()
async(a1, b1);
async = 1;
