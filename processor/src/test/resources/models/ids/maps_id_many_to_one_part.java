package model;

import jakarta.persistence.*;
import java.io.Serializable;

@Entity
class Purchase {
    @Id
    @GeneratedValue
    Long id;
}

@Entity
class Product {
    @Id
    @GeneratedValue
    Long id;
}

@Embeddable
class LineKey implements Serializable {
    Long purchaseId;
    Long productId;
}

@Entity
class Line {
    @EmbeddedId
    LineKey key;

    @ManyToOne
    @MapsId("purchaseId")
    Purchase purchase;

    @ManyToOne
    @MapsId("productId")
    @JoinColumn(name = "product")
    Product product;

    int amount;
}
