package model;

import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.ListIndexBase;

@Entity
class A {
    @Id
    Long id;

    @OneToMany(mappedBy = "a")
    @OrderColumn
    List<B> bs;

    @OneToMany(mappedBy = "a")
    @MapKeyColumn(name = "mk", length = 12)
    Map<String,B> m;

    @OneToMany(mappedBy = "a")
    @MapKeyEnumerated(EnumType.STRING)
    Map<K,B> m2;

    @OneToMany(mappedBy = "a")
    @MapKey
    Map<Long,B> m3;

    @OneToMany(mappedBy = "a")
    @OrderColumn(name = "o2")
    @ListIndexBase(1)
    List<B> b2;
}

enum K {
    X, Y
}

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
class P {
    @Id
    Long id;

    @ManyToOne
    A a;
}

@Entity
class B extends P {
}
