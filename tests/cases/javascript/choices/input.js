const a = b ?? c;
const d = e || f && g;
const h = i ? j() : k ? l : m;
const n = o + "p" + q, r = s - t(), u = v() * w;
const x = y === z(), aa = bb in cc, dd = ee instanceof FF;
const t1 = !0, t2 = !1, nothing = void 0, minus = -1;
const undef = undefined, nil = null, yes = true;
