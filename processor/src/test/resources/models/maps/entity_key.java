package model;

import jakarta.persistence.*;
import java.math.BigDecimal;
import java.util.Map;

@Entity
class Product {
    @Id
    Long id;
}

@Entity
class A {
    @Id
    Long id;

    @ElementCollection
    Map<Product, Integer> amounts;

    @ElementCollection
    @MapKeyJoinColumn(name = "product_ref", foreignKey = @ForeignKey(name = "fk_product"))
    @Column(name = "price")
    Map<Product, BigDecimal> prices;
}
