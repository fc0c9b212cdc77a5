class Größe { String größe = "größe"; Größe $_x1() { return größe.länge(); } }
