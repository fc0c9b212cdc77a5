package g7;
public class Main { 
  public static void main(String[] a) { Store x = new Store("one"); x.put("k"); Store y = new Store("two", "out/"); y.get("z"); }
}
