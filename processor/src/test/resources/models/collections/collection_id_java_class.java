package model;

import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.CollectionId;
import org.hibernate.annotations.CollectionIdJavaClass;

@Entity
class A {
    @Id
    Long id;

    @ElementCollection
    @CollectionId(generator = "increment")
    @CollectionIdJavaClass(idType = Integer.class)
    Collection<String> tags;

    @OneToMany
    @CollectionId(column = @Column(name = "row_id"), generator = "increment")
    @CollectionIdJavaClass(idType = Long.class)
    List<B> bs;
}

@Entity
class B {
    @Id
    Long id;
}
