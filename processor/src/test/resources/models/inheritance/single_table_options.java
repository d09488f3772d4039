package model;

import jakarta.persistence.*;
import org.hibernate.annotations.DiscriminatorOptions;

@Entity
@DiscriminatorOptions(force = true)
class P {
    @Id
    Long id;
}

@Entity
class Q extends P {}
