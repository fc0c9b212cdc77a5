// Two modules have classes of one package and name, as copies of a helper often do: a class means the one nearest to it.
package app;

class Names {
    static final String BUCKET = "orders";
}
