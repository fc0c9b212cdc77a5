@Component({ selector: "app", providers: [S3Client] })
@sealed
class A {
  @Input() a: string;
  @Output("x") @Other.y readonly b = new E();
  @HostListener("click", ["$event"])
  onClick(@Param("id") id: string, @Body() private body: Body) { f(); }
  @memo get c() { return 1; }
  @dec static async d() {}
}
@Injectable() export class B {}
export @Later class C {}
const D = @dec(g()) class { h() {} };
