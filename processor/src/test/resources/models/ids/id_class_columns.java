package model;

import jakarta.persistence.*;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

class Key implements Serializable {
    String code;
    UUID tenant;
    LocalDate day;
}

@Entity
@Table(name = "prices")
@IdClass(Key.class)
class Price {
    @Id
    @Column(length = 20)
    String code;

    @Id
    UUID tenant;

    @Id
    @Column(name = "valid_on")
    LocalDate day;

    BigDecimal amount;
}
