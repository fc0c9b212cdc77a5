package app;

import app.config.Names;
import app.config.Clients;

class Main {
    public static void main(String[] args) {
        Clients.queue().sendMessage(m -> m.queueUrl(Names.QUEUE).messageBody("x"));
        new Store(Clients.objects()).save("a.txt");
    }
}
