package model;

import jakarta.persistence.*;

/** A subclass may read a column again that its table repeats from the superclass's. */
@Entity
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
class Account {
    @Id
    int id;

    @Column(name = "owner_id", nullable = false)
    Integer ownerId;
}

@Entity
class Savings extends Account {
    @ManyToOne
    @JoinColumn(name = "owner_id", insertable = false, updatable = false)
    Holder owner;

    @Column(name = "owner_id", insertable = false, updatable = false)
    String ownerText;
}

@Entity
class Holder {
    @Id
    Integer id;
}
