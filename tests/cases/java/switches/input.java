class Switches {
    String f(Object o) {
        switch (kind()) {
        case A:
        case B: case C:
            String s = one();
            break;
        case "d" + "e", D: { two(s); }
        case X ? 1 : 2: three();
        default:
            four();
        }
        switch (o) {
            case String s when s.isEmpty() -> five(s);
            case S3Client s3 -> { s3.six(); }
            case Pair(A a, var b) when b -> seven(a);
            case null, default -> throw new E();
        }
        String r = switch (o) {
            case Integer i when f(x -> y) -> "i" + i;
            case A, B -> { if (c()) yield "ab"; else { yield g(); } }
            case D: yield (h());
            default -> null;
        };
        use(switch (k) { case 1 -> one(); default -> { Runnable q = () -> { yield(); }; yield switch (z) { case 1 -> 2; default -> 3; }; } });
        return switch (o) { default -> s3; };
    }
}
