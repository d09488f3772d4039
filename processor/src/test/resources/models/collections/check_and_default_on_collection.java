package model;

import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.ColumnDefault;

@Embeddable
class E {
    int v;
}

@Entity
class A {
    @Id
    Long id;

    @OneToMany
    @JoinColumn
    @Check(constraints = "bjc_id > 0")
    Set<B> bjc;

    @OneToMany(mappedBy = "a")
    @Check(constraints = "a_id > 0")
    Set<B> inv;

    @ElementCollection
    @Check(constraints = "v > 4")
    List<E> es;

    @ElementCollection
    @ColumnDefault("'x'")
    Map<String,String> md;

    @ElementCollection
    @ColumnDefault("3")
    @OrderColumn
    List<Integer> oc;
}

@Entity
class B {
    @Id
    Long id;

    @ManyToOne
    A a;
}
