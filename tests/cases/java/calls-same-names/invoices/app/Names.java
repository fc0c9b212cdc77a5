package app;

class Names {
    static final String BUCKET = "invoices";
}
