package model;

import jakarta.persistence.*;

// The key of a joined class and a column of its own.
@Entity
@Inheritance(strategy = InheritanceType.JOINED)
class Account {
    @Id
    Long id;
}

@Entity
class Savings extends Account {
    String term;
}

@Entity
class Interest {
    @Id
    Long id;

    @ManyToOne
    @JoinColumn(name = "account", referencedColumnName = "id")
    @JoinColumn(name = "term", referencedColumnName = "term")
    Savings savings;
}
