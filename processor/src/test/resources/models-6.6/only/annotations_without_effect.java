package model;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.util.List;
import java.util.Set;
import org.hibernate.annotations.*;

// Annotations that Hibernate 7 has no more.
@Entity
@Where(clause = "gone = false")
@Proxy(lazy = false)
@SelectBeforeUpdate
@Polymorphism(type = PolymorphismType.EXPLICIT)
class A {
    @Id
    Long id;

    boolean gone;

    @ManyToOne
    @LazyToOne(LazyToOneOption.PROXY)
    B b;

    @OneToMany(mappedBy = "a")
    @LazyCollection(LazyCollectionOption.EXTRA)
    @OrderBy(clause = "id desc")
    @Where(clause = "id > 0")
    List<B> inverse;

    @ManyToMany
    @WhereJoinTable(clause = "bs_id > 0")
    Set<B> bs;
}

@Entity
class B {
    @Id
    Long id;

    @ManyToOne
    A a;
}
