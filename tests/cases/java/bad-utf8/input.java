class A { String s = "ÿþé"; void Ã() { g(); } }
