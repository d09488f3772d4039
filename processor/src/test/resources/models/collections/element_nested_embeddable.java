package model;

import jakarta.persistence.*;
import java.util.*;

@Embeddable
class N {
    String p;

    @Column(nullable = false)
    int q;
}

@Embeddable
class E {
    String x;

    @Embedded
    N n;

    @ManyToOne
    B b;

    @OneToOne
    C c;

    @Enumerated(EnumType.STRING)
    K k;
}

enum K {
    A, B
}

@Entity
class A {
    @Id
    Long id;

    @ElementCollection
    Set<E> es;

    @ElementCollection
    @AttributeOverride(name = "n.p", column = @Column(name = "np", length = 10))
    @AssociationOverride(name = "b", joinColumns = @JoinColumn(name = "bbb"))
    @OrderColumn
    List<E> es2;

    @ElementCollection
    @AttributeOverride(name = "value.n.p", column = @Column(name = "np", length = 10))
    Map<K, E> es3;
}

@Entity
class B {
    @Id
    Long id;
}

@Entity
class C {
    @Id
    Long id;
}
