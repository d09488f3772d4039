package model;

import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

@Entity
class A {
    @Id
    Long id;

    @OneToMany(mappedBy = "a")
    @OnDelete(action = OnDeleteAction.CASCADE)
    List<B> bs;

    @ElementCollection
    @OnDelete(action = OnDeleteAction.CASCADE)
    Map<String,String> els;

    @ManyToMany
    @OnDelete(action = OnDeleteAction.CASCADE)
    Set<C> cs;

    @ManyToMany(mappedBy = "as")
    @OnDelete(action = OnDeleteAction.CASCADE)
    Set<C> cas;
}

@Entity
class B {
    @Id
    Long id;

    @ManyToOne
    A a;
}

@Entity
class C {
    @Id
    Long id;

    @ManyToMany
    Set<A> as;
}
