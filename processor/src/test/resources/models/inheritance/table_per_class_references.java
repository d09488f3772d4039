package model;

import jakarta.persistence.*;
import java.util.Set;

@Entity
class Other {
    @Id
    Long id;
}

@Entity
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
class P {
    @Id
    Long id;

    @ManyToOne
    Other other;

    @ElementCollection
    Set<String> tags;
}

@Entity
class Q extends P {
    @OneToOne
    Other one;
}

@Entity
class Ref {
    @Id
    Long id;

    @ManyToOne
    P toRoot;

    @ManyToOne
    Q toLeaf;

    @ManyToMany
    Set<P> roots;
}
