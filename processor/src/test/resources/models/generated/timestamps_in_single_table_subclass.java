package model;

import jakarta.persistence.*;
import java.time.Instant;
import org.hibernate.annotations.CreationTimestamp;

@Entity
class P {
    @Id
    Long id;
}

@Entity
class Q extends P {
    @CreationTimestamp
    Instant at;

    @Version
    int v;
}
