if (a()) b(); else if (c()) { let d = 1; e(); } else f();
for (const g of h) if (i) j(g); else k(g);
for (let l = 0, m = n(); l < m; l++) o(l);
for (const p in q) r(p);
for (s in t) { u(s); }
for await (const v of w()) x(v);
while (y()) z();
do { aa(); } while (bb());
do cc(); while (dd()) ee();
outer: for (;;) { if (ff) continue outer; else break outer; }
{ let gg = 1; const hh = 2; var ii = 3; }
with (jj) kk();
