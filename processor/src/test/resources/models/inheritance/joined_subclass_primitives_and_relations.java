package model;

import jakarta.persistence.*;
import java.util.List;
import java.util.Set;

@Entity
class Other {
    @Id
    Long id;
}

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
class P {
    @Id
    Long id;
}

@Entity
class Q extends P {
    int a;

    @Basic(optional = false)
    String b;

    @ManyToOne(optional = false)
    Other c;

    @OneToMany
    List<Other> d;

    @ElementCollection
    Set<String> e;
}
