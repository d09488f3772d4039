package golden;

import dev.accrete.annotations.*;
import jakarta.persistence.*;
import java.time.Instant;

@MappedSuperclass
@DropColumn("folder")
public abstract class Document {
    @Id
    Long id;

    @RenamedFrom("created")
    Instant written;

    @Column(length = 20)
    String subject;
}
