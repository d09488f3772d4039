package model;

import jakarta.persistence.*;
import java.util.*;

@Embeddable
class I {
    String n;

    @Embedded
    J j;
}

@Embeddable
class J {
    @Column(length = 9)
    String o;

    @ManyToOne
    A a;
}

@Entity
class A {
    @Id
    Long id;

    @ElementCollection
    @AttributeOverrides({@AttributeOverride(name = "n", column = @Column(name = "nn", nullable = false)), @AttributeOverride(name = "j.o", column = @Column(name = "oo"))})
    @AssociationOverride(name = "j.a", joinColumns = @JoinColumn(name = "aaa", nullable = false))
    Set<I> is;

    @ElementCollection
    @OrderColumn(name = "pos")
    List<I> il;
}
