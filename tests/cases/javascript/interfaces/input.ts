interface Props<T> extends Base<T>, Other {
  client: S3Client
  readonly bucket?: string;
  send(input: T): Promise<void>,
  [key: string]: any
  (call: string): number
  new (x: string): Props<T>
  nested: { s3: S3Client; list: SQSClient[] }
  get x(): string
}
type Alias<T> = { client: T } | null;
type Fn = (a: string, b?: number) => Promise<void>;
type Cond<T> = T extends (infer U extends string)[] ? U : never;
type Mapped = { readonly [K in keyof T]?: T[K] };
type Pick2 = Config["client"];
type Of = typeof client;
type Tuple = [name: string, age?: number, ...rest: boolean[]];
type Text = `a${string}`;
type Union =
  | A
  | B.C<D>;
