package model;

import jakarta.persistence.*;

/** Hibernate binds the relation of the superclass later and makes the column twice: databases refuse that. */
@Entity
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
class Topic {
    @Id
    int id;

    @ManyToOne
    @JoinColumn(name = "parent_id")
    Topic parent;
}

@Entity
class Pinned extends Topic {
    @Column(name = "parent_id", insertable = false, updatable = false)
    Integer parentId;
}
