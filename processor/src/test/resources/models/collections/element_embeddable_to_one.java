package model;

import jakarta.persistence.*;
import java.util.List;
import java.util.Set;

@Entity
class Product {
    @Id
    Long id;
}

@Embeddable
class Item {
    @ManyToOne(optional = false)
    Product product;

    int amount;
}

@Entity
class Cart {
    @Id
    Long id;

    @ElementCollection
    Set<Item> items;

    @ElementCollection
    @AssociationOverride(name = "product", joinColumns = @JoinColumn(name = "wished"))
    List<Item> wishes;
}
