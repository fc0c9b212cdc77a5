const a = <div className="x" onClick={() => f(1)} {...props}>don't {g(2)} stop // no comment {/* c */}</div>;
const b = <><Foo.Bar x={<i>{h(3)}</i>} y=<b/> /></>;
const c = d < e ? <p>{items.map(x => <li key={x}>{j(x)}</li>)}</p> : null;
return <a href="http://x/{y}">{`t ${k()}`} &lt; "quote</a>;
const l = m < n, o = p > q;
