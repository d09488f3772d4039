package model;

import jakarta.persistence.*;
import java.util.*;

@MappedSuperclass
class M {
    @Id
    Long id;

    @ManyToMany
    @JoinTable(name = "x")
    Set<B> bs;

    @OneToMany
    @JoinColumn(name = "m_id")
    Set<B> cs;

    @ElementCollection
    @CollectionTable(name = "els")
    Set<String> es;

    @OneToMany
    Set<B> ds;
}

@Entity
@AssociationOverride(name = "bs", joinTable = @JoinTable(name = "over", joinColumns = @JoinColumn(name = "aa")))
@AssociationOverride(name = "cs", joinColumns = @JoinColumn(name = "ovm"))
class A extends M {
}

@Entity
class B {
    @Id
    Long id;
}
