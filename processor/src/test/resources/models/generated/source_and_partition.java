package model;

import jakarta.persistence.*;
import java.time.Instant;
import org.hibernate.annotations.Source;
import org.hibernate.annotations.SourceType;

@Entity
class A {
    @Id
    Long id;

    @Version
    @Source(SourceType.DB)
    Instant v;
}
