package model;

import jakarta.persistence.*;
import org.hibernate.annotations.NaturalId;

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
class P {
    @Id
    Long id;

    @Version
    int v;

    @NaturalId
    String code;
}

@Entity
class Q extends P {
    String q;
}
