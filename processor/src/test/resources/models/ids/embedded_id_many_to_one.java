package model;

import jakarta.persistence.*;
import java.io.Serializable;

// A to-one inside a key.
@Entity
class Customer {
    @Id
    Long id;
}

@Embeddable
class Key implements Serializable {
    @ManyToOne
    Customer customer;

    int number;
}

@Entity
class Invoice {
    @EmbeddedId
    Key key;
}
