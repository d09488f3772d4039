package model;

import jakarta.persistence.*;
import java.util.Map;

@Embeddable
class Phone {
    String kind;

    @Column(nullable = false)
    String number;
}

@Entity
class A {
    @Id
    Long id;

    @ElementCollection
    Map<String, Phone> phones;

    @ElementCollection
    @AttributeOverride(name = "value.kind", column = @Column(name = "v_kind"))
    @AttributeOverride(name = "number", column = @Column(name = "v_number"))
    Map<Integer, Phone> others;
}
