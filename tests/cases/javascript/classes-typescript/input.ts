@Injectable()
@Controller("x")
export class Service<T extends S3Client = S3Client> extends Base<T> implements One<T>, Two {
  private readonly client: S3Client = new S3Client({});
  protected static shared?: SQSClient;
  @Input() name!: string;
  declare kind: "a" | "b";
  [key: string]: unknown;
  readonly [index: number]: string;
  constructor(@Inject(TOKEN) private readonly s3: S3Client, public opts: Options = {}, plain?: string) { super(); }
  async run<U>(this: Service, input: U, { client, key = "k" }: { client: S3Client; key?: string }): Promise<U> { return input; }
  over(a: string): void;
  over(a: number): void;
  over(a: any) { f(a); }
  abstract todo(): void;
  private get x(): number { return 1; }
  override toString = () => `${this.name}`;
  accessor y = 2;
  maybe?(): void;
}
abstract class Other { protected abstract readonly z: string; }
