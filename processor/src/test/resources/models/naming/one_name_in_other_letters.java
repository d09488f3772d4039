package model;

import jakarta.persistence.*;

@Entity
class Buyer {
    @Id
    Long id;
}

@Entity
class Sale {
    @Id
    Long id;

    @Column(name = "buyer_id", insertable = false, updatable = false)
    Long buyerId;

    @ManyToOne
    Buyer buyer;
}
