package model;

import jakarta.persistence.*;

// Derived names of columns are quoted as the owner's table is.
@Entity
@Table(name = "`Order`")
class PurchaseOrder {
    @Id
    Long orderId;

    @ManyToOne
    @JoinTable(name = "order_customer")
    Customer customer;

    @OneToOne
    @JoinTable(name = "order_successor")
    PurchaseOrder successor;
}

@Entity
class Customer {
    @Id
    Long id;

    @ManyToOne
    @JoinTable(name = "customer_first")
    PurchaseOrder first;
}
