package model;

import jakarta.persistence.*;
import org.hibernate.annotations.DiscriminatorOptions;

@Entity
@DiscriminatorColumn(name = "kind")
@DiscriminatorOptions(insert = false)
class P {
    @Id
    Long id;

    @Column(name = "kind", insertable = false, updatable = false)
    String kind;
}

@Entity
class Q extends P {}
