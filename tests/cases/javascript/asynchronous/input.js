for await (const page of paginateListObjectsV2({ client }, { Bucket: "b" })) f(page);
const [a, b] = await Promise.all([c(), ...d.map(async (x) => e(x))]);
await using g = h();
using i = j;
await (async () => { await k; })();
const l = await m ?? n;
await async function () {}();
const o = { await: 1 }.await;
