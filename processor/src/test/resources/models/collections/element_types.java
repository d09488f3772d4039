package model;

import jakarta.persistence.*;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

enum Kind {
    A,
    B
}

@Entity
class A {
    @Id
    Long id;

    @ElementCollection
    Set<LocalDate> dates;

    @ElementCollection
    Set<BigDecimal> decimals;

    @ElementCollection
    Set<UUID> uuids;

    @ElementCollection
    Set<Kind> kinds;

    @ElementCollection
    @Enumerated(EnumType.STRING)
    Set<Kind> names;

    @ElementCollection
    @Column(length = 30)
    List<String> texts;

    @ElementCollection
    List<Instant> instants;

    @ElementCollection
    List<Boolean> flags;
}
