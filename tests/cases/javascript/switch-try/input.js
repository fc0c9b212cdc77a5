switch (a()) {
  case "b": c(); break;
  case d ? e : f: { let g = 1; h(); }
  default: i();
}
try { j(); } catch (k) { l(k); } finally { m(); }
try { n(); } catch { o(); }
try { p(); } catch ({ name, message = "q" }) { r(name); }
if (s) try { t(); } catch (u) { } else v();
throw new Error(w());
