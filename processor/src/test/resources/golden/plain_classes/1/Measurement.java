package shop;

import dev.accrete.annotations.*;
import jakarta.persistence.*;
import java.math.BigDecimal;

/** No JPA entity: a record that JDBC, jOOQ or Spring Data reads. */
@Managed
@Table(name = "measurements")
public record Measurement(
        @Id @GeneratedValue(strategy = GenerationType.IDENTITY) long id,
        @Column(nullable = false, length = 30) String sensor,
        @Column(precision = 9, scale = 3) BigDecimal degrees) {}
