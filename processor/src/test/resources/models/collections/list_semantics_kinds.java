// -Aaccrete.lists=list
// hibernate.mapping.default_list_semantics=list
package model;

import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.Bag;
import org.hibernate.annotations.SQLOrder;

@Entity
class A {
    @Id
    Long id;

    @ElementCollection
    List<String> plain;

    @ElementCollection
    @OrderBy
    List<String> sorted;

    @ElementCollection
    @SQLOrder("texts")
    List<String> texts;

    @ElementCollection
    @Bag
    List<String> bag;

    @ElementCollection
    Collection<String> collection;

    @OneToMany
    @JoinColumn(name = "a_id")
    List<B> children;

    @OneToMany(mappedBy = "a")
    List<B> inverse;
}

@Entity
class B {
    @Id
    Long id;

    @ManyToOne
    A a;
}
