// -Aaccrete.quoting=all
// hibernate.globally_quoted_identifiers=true
package model;

import jakarta.persistence.*;

@Entity
class Order {
    @Id
    @GeneratedValue
    Long id;

    String firstName;

    @ManyToOne
    Order parent;
}
