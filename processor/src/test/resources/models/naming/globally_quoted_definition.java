// -Aaccrete.quoting=all
// hibernate.globally_quoted_identifiers=true
package model;

import jakarta.persistence.*;

@Entity
class A {
    @Id
    Long id;

    @Column(columnDefinition = "varchar(5)")
    String text;
}
