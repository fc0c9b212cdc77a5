// Functions that are kept as values: whoever has the value calls them with what nobody here sees.
package demo;
import software.amazon.awssdk.services.s3.S3Client;
import java.util.*;
import java.util.function.*;
import org.springframework.web.bind.annotation.*;
class Program {
  S3Client c = S3Client.create();
  @GetMapping("/x/{n}") public void route(@PathVariable String n) { c.getObject(b -> b.bucket(n).key("route")); } // called by a framework, too
  void alias(String n) { c.getObject(b -> b.bucket(n).key("alias")); }
  void table(String n) { c.getObject(b -> b.bucket(n).key("table")); }
  Consumer<String> choose() { return this::ret; }
  void ret(String n) { c.getObject(b -> b.bucket(n).key("ret")); }
  void mapped(String n) { c.getObject(b -> b.bucket(n).key("mapped")); }
  void kept(String n) { c.getObject(b -> b.bucket(n).key("kept")); }
  class W { Consumer<String> fn; W(Consumer<String> fn) { this.fn = fn; } void go() { fn.accept("other"); } }
  void go(String[] args) {
    Consumer<String> f = this::alias; f.accept("other"); alias("direct");
    Map<String, Consumer<String>> t = Map.of("x", this::table); t.get(args[0]).accept("other"); table("direct");
    choose().accept("other"); ret("direct");
    List.of("other").forEach(this::mapped); mapped("direct");
    new W(this::kept).go(); kept("direct");
    route("direct");
  }
}
