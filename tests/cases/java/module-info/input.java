@Deprecated
open module com.example.app {
    requires transitive java.sql;
    exports com.example.a to b, c;
    opens com.example.b;
    uses com.example.S;
    provides com.example.S with com.example.T, com.example.U;
}
