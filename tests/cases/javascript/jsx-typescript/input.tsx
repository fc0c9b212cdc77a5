const a = <T,>(x: T) => <div>{f(x)}</div>;
const b = <T extends Props>(x: T): JSX.Element => <Table<Row> rows={g()} />;
const [c, setC] = useState<S3Client | null>(null);
export default function App({ client }: { client: S3Client }) { return <p>{client.send(h())}</p>; }
const d = <List<Row> /* > */ item={i()}>it's {/* none */}<b x='/>'/>{j()}</List>;
