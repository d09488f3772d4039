package model;

import jakarta.persistence.*;

// A quoted name of the root's table makes the subclasses' keys quoted.
@Entity
@Inheritance(strategy = InheritanceType.JOINED)
@Table(name = "`Odd Name`")
class P {
    @Id
    Long id;

    @ManyToOne
    P parent;
}

@Entity
class Q extends P {
    String q;
}

@Entity
@PrimaryKeyJoinColumn(name = "rId")
class R extends Q {}

@Entity
class Other {
    @Id
    Long id;

    @ManyToOne
    P p;

    @ManyToOne
    Q q;
}
