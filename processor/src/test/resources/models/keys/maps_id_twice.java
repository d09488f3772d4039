package model;

import jakarta.persistence.*;
import java.util.*;

// Of several relations that claim the whole identifier, Hibernate takes the last one by name; the others have columns of their own.
@Entity
class Invoice {
    @Id
    @Column(length = 10)
    String number;
}

@Entity
class Payment {
    @Id
    @Column(length = 30)
    String number;
}

@Entity
class Settlement {
    @Id
    String id;

    @MapsId
    @OneToOne
    Invoice invoice;

    @MapsId
    @OneToOne
    Payment payment;

    @ManyToOne
    Settlement corrects;

    @ElementCollection
    Set<String> notes;
}

@Entity
@Table(name = "orders")
class Order {
    @Id
    long id;
}

@Entity
class Delivery {
    @Id
    @Column(name = "delivery_id")
    Long id;

    @MapsId
    @OneToOne
    @JoinColumn(name = "z_order")
    Order zOrder;

    @MapsId
    @ManyToOne
    @JoinColumn(name = "a_order")
    Order anOrder;
}
