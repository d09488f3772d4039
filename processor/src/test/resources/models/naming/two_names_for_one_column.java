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

    @Column(insertable = false, updatable = false)
    Long buyerId;

    @ManyToOne
    Buyer buyer;
}
