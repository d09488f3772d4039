package model;

import jakarta.persistence.*;
import java.util.Map;

@Embeddable
class V {
    @Column(name = "code")
    String code;

    String text;
}

@Entity
class A {
    @Id
    Long id;

    @ElementCollection
    @MapKeyColumn(name = "code", insertable = false, updatable = false)
    Map<String, V> vs;
}
