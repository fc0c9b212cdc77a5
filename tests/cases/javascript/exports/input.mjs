export { a, b as c } from "./x";
export * from "./y";
export * as z from "./z";
export const one = 1, { two, three: [four] } = f();
export let five;
export function six() {}
export async function* seven() {}
export class Eight {}
const nine = 9;
export { nine as default, one as "quoted name" };
