package shop;

import dev.accrete.annotations.*;
import jakarta.persistence.*;
import java.math.BigDecimal;

@Entity
public class Product {
    @Id
    Long id;

    /** Longer: no row is touched. */
    @Column(length = 60)
    String code;

    /** Wider: every value fits. */
    long stock;

    /** Another kind of value: the conversion is stated. */
    @Using("cast(price as numeric(10,2))")
    @Column(precision = 10, scale = 2)
    BigDecimal price;
}
