package model;

import jakarta.persistence.*;

@Entity
class Account {
    @Id
    Long id;
}

@MappedSuperclass
abstract class Audited {
    @Id
    Long id;

    @ManyToOne
    @JoinColumn(name = "created_by")
    Account createdBy;

    @ManyToOne
    @JoinColumn(name = "changed_by")
    Account changedBy;
}

@Entity
class A extends Audited {}

@Entity
class B extends Audited {}
