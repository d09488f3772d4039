package model;

import jakarta.persistence.*;
import java.io.Serializable;
import java.util.List;
import java.util.Set;

class Key implements Serializable {
    Long a;
    String b;
}

@Entity
@IdClass(Key.class)
class A {
    @Id
    Long a;

    @Id
    String b;

    @ElementCollection
    Set<String> tags;

    @ElementCollection
    @CollectionTable(
            joinColumns = {
                @JoinColumn(name = "k1", referencedColumnName = "a"),
                @JoinColumn(name = "k2", referencedColumnName = "b")
            })
    List<Integer> numbers;
}
