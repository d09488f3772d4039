// -Aaccrete.lists=list
// hibernate.mapping.default_list_semantics=LIST
package model;

import jakarta.persistence.*;
import java.util.List;

@Entity
class B {
    @Id
    Long id;
}

@Entity
class A {
    @Id
    Long id;

    @ElementCollection
    List<String> a;

    @ManyToMany
    List<B> bs;
}
