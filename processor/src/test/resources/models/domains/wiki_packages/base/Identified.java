package wiki.base;

import jakarta.persistence.*;
import java.util.UUID;

@MappedSuperclass
public abstract class Identified {
    @Id
    @GeneratedValue
    private UUID id;

    @Version
    private long version;
}
