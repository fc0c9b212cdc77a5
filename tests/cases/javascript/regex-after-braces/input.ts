var a = function () {} / 2; a1(1) / 3;
var b = function named(x) { return /b1(/.test(x) } / 2; b2(1) / 3;
var c = class {} / 2; c1(1) / 3;
var d = class A extends B<C> { m() { return /d1(/ } } / 2; d2(1) / 3;
var e = async function (): Promise<{ x: number }> {} / 2; e1(1) / 3;
function declared(): Promise<void> {}
/f(1)/.test(f1(1));
class Declared extends B<C> {}
/g(1)/.test(g1(1));
async function later() {} /h(1)/.test(h1(1));
var i = x ? function () {} / 2 : class {} / 2; i1(1) / 3;
var j = `${function () {} / 2}`; j1(1) / 3;
switch (k) { case 1: function k1() {} /k2(1)/.test(k3(1)); default: class K {} /k4(1)/.test(k5(1)) }
label: function l1() {} /l2(1)/.test(l3(1));
var m = { function: 1, class: {}, if: {} / 2 }; m1(1) / 3;
var n = x => {}
/n1(1)/.test(n2(1));
function* o() { yield /o1(1)/; yield function () {} / 2; o2(1) / 3; }
o.if(x) / 2; p1(1) / 3;
do q++; while (x) /q1(1)/.test(q2(1));
