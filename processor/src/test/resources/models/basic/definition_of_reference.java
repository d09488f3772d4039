package model;

import jakarta.persistence.*;

// Without @ManyToOne it is no relation, whatever the definition of the column: Hibernate does not start.
@Entity
class Ticket {
    @Id
    Long id;

    @Column(name = "owner_id", columnDefinition = "bigint")
    Holder owner;
}

@Entity
class Holder {
    @Id
    Long id;
}
