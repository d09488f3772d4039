package model;

import jakarta.persistence.*;
import java.util.Map;

enum Kind {
    HOME,
    WORK
}

@Entity
class A {
    @Id
    Long id;

    @ElementCollection
    Map<Kind, String> a;

    @ElementCollection
    @MapKeyEnumerated(EnumType.STRING)
    Map<Kind, String> b;

    @ElementCollection
    @MapKeyEnumerated
    @MapKeyColumn(name = "kk")
    Map<Kind, Kind> c;

    @ElementCollection
    @Enumerated(EnumType.STRING)
    @MapKeyEnumerated(EnumType.STRING)
    Map<Kind, Kind> d;
}
