package events;
import lombok.Setter; import lombok.Getter;
public class Settings { @Getter @Setter private String table; @Getter private final String index = "by-date"; private String other; }
