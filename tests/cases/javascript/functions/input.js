function plain(a, b = f(), ...rest) { return a; }
async function later() { return await g(); }
function* gen() { const x = yield h(); yield* i(); yield; }
const named = function self(n) { return n ? self(n - 1) : 0; };
(function () { j(); })();
!function () { k(); }();
(() => l())();
new (function () { this.x = 1; })();
function outer() { function inner() { return m; } return inner; }
(async () => { await n(); })();
const o = async function* () {};
