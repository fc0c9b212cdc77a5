import { secret } from "./lazy";
const [a, b] = await Promise.all(["q09/a", "q09/b"].map(secret));
export const c = secret("q09/c");