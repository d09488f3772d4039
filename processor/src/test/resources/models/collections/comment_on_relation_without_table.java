package model;

import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.Comment;

@Entity
class A {
    @Id
    Long id;

    @OneToMany
    @JoinColumn
    @Comment("hu")
    Set<B> bjc;

    @OneToMany(mappedBy = "a")
    @Comment("inv")
    Set<B> inv;

    @ManyToMany(mappedBy = "as")
    @Comment("minv")
    Set<B> minv;
}

@Entity
class B {
    @Id
    Long id;

    @ManyToOne
    A a;

    @ManyToMany
    Set<A> as;
}
