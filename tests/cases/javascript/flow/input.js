// @flow
import type { A } from "./a";
type B = {| a: string, +b?: number |};
function f(x: ?string, y: Array<B>): Promise<void> { return g((x: any)); }
class C extends React.Component<Props> { d: E = h(); }
const i = (x: string): number => j(x);
