package golden;

import jakarta.persistence.*;
import java.time.Instant;

@MappedSuperclass
public abstract class Document {
    @Id
    Long id;

    Instant created;

    @Column(length = 40)
    String subject;

    String folder;
}
