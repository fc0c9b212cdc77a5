const { a, b: c, "d-e": f, [g]: h, i = 1, j: { k = 2 } = {}, ...l } = m;
let [n, , o = 3, [p], ...q] = r;
({ s, t: u.v, w: x[0] = 4 } = y);
[z, aa.bb] = [aa.bb, z];
function cc({ dd, ee: ff = 5 }, [gg] = [], ...{ length }) {}
for (const [key, { value }] of Object.entries(hh)) ii(key, value);
for ([jj] of kk) ll(jj);
({ options: ({ set value(v) { mm(v); } }).value, nn } = oo);
