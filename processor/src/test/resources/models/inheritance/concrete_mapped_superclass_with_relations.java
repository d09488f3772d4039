package model;

import jakarta.persistence.*;
import java.util.Set;

@Entity
class Other {
    @Id
    Long id;
}

@MappedSuperclass
class M {
    @Id
    Long id;

    @ManyToOne
    Other one;

    @OneToMany
    Set<Other> many;

    @ManyToMany
    @JoinTable(name = "m_n")
    Set<Other> more;
}

@Entity
class P extends M {}
