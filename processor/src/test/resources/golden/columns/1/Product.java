package shop;

import jakarta.persistence.*;
import java.math.BigDecimal;

/** What @Column says about a column. */
@Entity
@Table(name = "products", comment = "What the shop sells")
public class Product {
    @Id
    Long id;

    @Column(name = "sku", nullable = false, unique = true, length = 12)
    String articleNumber;

    @Basic(optional = false)
    String title;

    @Column(precision = 10, scale = 2, nullable = false)
    BigDecimal price;

    @Column(columnDefinition = "smallint default 0 not null")
    short stock;

    @Column(comment = "in grams")
    Integer weight;

    @Column(name = "weight", insertable = false, updatable = false)
    Integer weightReadOnly;

    @Version
    int version;
}
