package model;

import jakarta.persistence.*;
import java.util.List;
import org.hibernate.annotations.Bag;

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
    @Bag
    List<String> tags;

    @OneToMany
    @Bag
    List<B> bs;
}
