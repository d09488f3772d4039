package model;

import jakarta.persistence.*;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.Map;
import java.util.UUID;

@Entity
@SuppressWarnings("deprecation")
class A {
    @Id
    Long id;

    @ElementCollection
    @MapKeyTemporal(TemporalType.DATE)
    Map<Date, String> a;

    @ElementCollection
    Map<LocalDate, String> b;

    @ElementCollection
    Map<UUID, Instant> c;
}
