package repo;
import software.amazon.awssdk.enhanced.dynamodb.*;
import java.util.Optional;
public abstract class Repo<T, ID> {
    protected final DynamoDbTable<T> table;
    protected Repo(DynamoDbEnhancedClient c, Class<T> type, String name) { this.table = c.table(name, TableSchema.fromBean(type)); }
    public Optional<T> find(ID id) { return Optional.ofNullable(table.getItem(Key.builder().partitionValue(String.valueOf(id)).build())); }
    public void save(T t) { table.putItem(t); }
    public void delete(ID id) { table.deleteItem(k -> k.key(Key.builder().partitionValue(String.valueOf(id)).build())); }
}
