package model;

import jakarta.persistence.*;
import java.io.Serializable;
import java.math.BigDecimal;

// Derived identity through an IdClass.
class Key implements Serializable {
    Long customer;
    Integer number;
}

@Entity
class Customer {
    @Id
    @GeneratedValue
    Long id;
}

@Entity
@IdClass(Key.class)
class Invoice {
    @Id
    @ManyToOne
    Customer customer;

    @Id
    Integer number;

    BigDecimal total;
}
