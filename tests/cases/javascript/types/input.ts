let a: Map<string, Array<S3Client>> = new Map<string, Array<S3Client>>();
let b: S3Client[] | undefined, c: ReadonlyArray<D>;
function f(x: unknown): x is string { return true; }
function g(x: any): asserts x is S3Client {}
const h = i as unknown as S3Client, j = <SQSClient>k, l = m!.n!, o = { p: 1 } satisfies Q;
const r = s as const, t = u as string, v = (w as any).x;
const y = z<string>(aa), bb = cc<D>`t`, dd = new EE<F>(gg);
const hh = ii < jj, kk = (ll < mm), nn = oo as PP < qq;
for (const rr of <any[]>ss) tt(rr);
const uu = vv<string>;
let ww!: XX;
abstract class YY<T> { zz: T }
const ab = (ac satisfies AD).ae() as AF<AG>[];
