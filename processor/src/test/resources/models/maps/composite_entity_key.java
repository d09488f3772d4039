package model;

import jakarta.persistence.*;
import java.io.Serializable;
import java.util.Map;

class Key implements Serializable {
    Long x;
    String y;
}

@Entity
@IdClass(Key.class)
class K {
    @Id
    Long x;

    @Id
    String y;
}

@Entity
class A {
    @Id
    Long id;

    @ElementCollection
    Map<K, String> texts;

    @ElementCollection
    @MapKeyJoinColumns({
        @MapKeyJoinColumn(name = "kx", referencedColumnName = "x"),
        @MapKeyJoinColumn(name = "ky", referencedColumnName = "y")
    })
    Map<K, String> named;
}
