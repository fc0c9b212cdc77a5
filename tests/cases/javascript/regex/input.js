const a = b / c / d;
const e = /[/]\/x/gi.test(f);
if (g) /h/.exec(i);
j = k++ / 2 / l;
m = (n) / o / p;
q = [1] / 2 / r;
return /'/.test(s) ? t : /"/;
u({}) / v;
w = x => /y/;
{ } /z/.test(aa);
var bb = { a: 1 } / 2;
cc = dd
/ee/ff(gg);
