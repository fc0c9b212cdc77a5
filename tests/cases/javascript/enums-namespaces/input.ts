enum A { B, C = "c", "D-E" = 1 << 2, F = f() }
export const enum G { H = "h" }
declare enum I { J }
namespace K.L { export const m = 1; function n() {} export class O {} }
declare module "p" { export function q(): void; }
declare global { interface Window { r: string } }
declare const s: string, t: T;
declare function u(): void;
declare module "v";
module.exports = w;
const namespace = 1, type = 2, module2 = 3, declare = 4, of = 5, as = 6;
type(declare); namespace.x(); async();
