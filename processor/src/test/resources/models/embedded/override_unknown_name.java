package model;

import jakarta.persistence.*;

// Ignored by Hibernate.
@Embeddable
class Part {
    String code;
}

@Entity
class A {
    @Id
    Long id;

    @AttributeOverride(name = "nothing", column = @Column(name = "x"))
    Part part;
}
