package model;

import jakarta.persistence.*;

// The columns of an embedded value are in one table: no part of it alone is in another one.
@Entity
@SecondaryTable(name = "price_list")
class Product {
    @Id
    Long id;

    @AttributeOverride(name = "amount", column = @Column(name = "amount", table = "price_list"))
    Price price;
}

@Embeddable
class Price {
    long amount;
    String currency;
}
