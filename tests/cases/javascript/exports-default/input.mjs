export default async (event) => { await f(event); };
