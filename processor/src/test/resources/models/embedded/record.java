package model;

import jakarta.persistence.*;
import java.math.BigDecimal;

@Embeddable
record Money(
        @Column(name = "amount", precision = 19, scale = 4) BigDecimal amount,
        @Column(length = 3) String currency) {}

@Entity
class A {
    @Id
    Long id;

    Money price;
}
