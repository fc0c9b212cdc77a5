import module java.base;
import java.util.List;

void main() {
    IO.println("no class around it");
}

record R(int a) { }
