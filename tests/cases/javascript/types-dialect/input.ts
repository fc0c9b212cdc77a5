declare module 'next/root-params'
declare module "b";
declare module 'c' { export const x: number; }
type AssertEqual<T, U> = (<V>() => V extends T ? 1 : 2) extends <V>() => V extends U ? 1 : 2 ? true : false;
class B { @throwIfDisposed<Browser>(browser => { return browser.#reason!; }) run(): void {} @x.y<T>() @z z2 = 1; }
const after = 1;
interface Callable {
  <T = string extends keyof A ? A : unknown>(x: T): T
  new <T>(x: T): T
}
