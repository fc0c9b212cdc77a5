export default abstract class extends Base {
  run() { return this.client.send(x); }
}
export default function () { g(); }
export default { a: 1 };
export type { A } from "./a";
export type B = string;
export interface C { c: D }
export enum E { x }
export declare const f: F;
export = G;
export as namespace H;
