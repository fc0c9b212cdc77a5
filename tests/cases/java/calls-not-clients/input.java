import java.util.List;
import software.amazon.awssdk.services.s3.model.S3Object;

interface Repo {
    List<String> listAccounts();

    void putItem(String item);
}

class Service {
    private final Repo repo;

    Service(Repo repo) {
        this.repo = repo;
    }

    void run(java.util.Map<String, String> m, S3Object o) {
        repo.listAccounts();
        repo.putItem("x");
        m.get("a");
        o.copy(null);
        List.of(1).getFirst();
    }
}
