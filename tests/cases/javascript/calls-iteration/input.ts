// Maps, sets and lists that are gone through
import { SSM } from "@aws-sdk/client-ssm";
const ssm = new SSM({});
const m = new Map([["/a", "1"], ["/b", "2"]]);
for (const [Name, Value] of m) await ssm.putParameter({ Name, Value });
for (const [Name, Value] of m.entries()) await ssm.getParameter({ Name });
for (const e of m) ssm.deleteParameter({ Name: e[0] });
const o = { "/c": 1, "/d": 2 };
for (const k in o) ssm.getParameterHistory({ Name: k });
for (const [k] of [...m]) ssm.labelParameterVersion({ Name: k, Labels: [] });
m.forEach((v, k) => ssm.getParameters({ Names: [k] }));
const s = new Set(["/e"]); for (const k of s) ssm.unlabelParameterVersion({ Name: k, Labels: [] , ParameterVersion: 1});
const names = ["/x", "/y"]; const all = names.map((n) => `${n}/z`); ssm.deleteParameters({ Names: all });
const qq: string[] = JSON.parse("[]"); ssm.deleteParameters({ Names: qq.map((n) => `/q/${n}`) });
ssm.getParameters({ Names: qq.filter(Boolean).map((n) => "/f/" + n) });
for (const [i, n] of names.entries()) ssm.getParametersByPath({ Path: n });
