package model;

import jakarta.persistence.*;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.UpdateTimestamp;

@Entity
class Meter {
    @Id
    Long id;

    @ElementCollection
    @UpdateTimestamp
    List<Instant> readings;
}
