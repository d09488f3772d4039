package model;

import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.Comment;

@Entity
class A {
    @Id
    Long id;

    @ElementCollection
    @Comment("hi")
    Collection<String> cs;

    @ManyToMany
    @Comment("ho")
    Set<B> bs;

    @ElementCollection
    @Comment("emb")
    List<E> es;

    @ElementCollection
    @Comment(on = "v", value = "onv")
    List<E> e2s;

    @ElementCollection
    @Comment("hi2")
    List<Integer> c2;
}

@Embeddable
class E {
    @Comment("vc")
    String v;
}

@Entity
class B {
    @Id
    Long id;
}
