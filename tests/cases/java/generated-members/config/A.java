package config;
import lombok.*;
@Getter @Setter @NoArgsConstructor
class TableConfig { private String tableName; private boolean strong; }
