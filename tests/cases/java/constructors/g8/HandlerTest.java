package g8;
class HandlerTest { void t() { new Handler(null, "test-table").handle("x"); } }
