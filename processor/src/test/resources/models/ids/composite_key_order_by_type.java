package model;

import jakarta.persistence.*;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

// Key columns are ordered by the size of their types.
class Key implements Serializable {
    String a;
    Boolean b;
    Long c;
    UUID d;
    Integer e;
    LocalDate f;
    Short g;
    BigDecimal h;
}

@Entity
@IdClass(Key.class)
class Wide {
    @Id
    String a;

    @Id
    Boolean b;

    @Id
    Long c;

    @Id
    UUID d;

    @Id
    Integer e;

    @Id
    LocalDate f;

    @Id
    Short g;

    @Id
    BigDecimal h;
}

@Entity
class Narrow {
    @Id
    Long id;

    @ManyToOne
    Wide wide;
}
