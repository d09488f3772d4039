package model;

import jakarta.persistence.*;

@Entity
@DiscriminatorColumn(name = "kind", columnDefinition = "varchar(7)")
class P {
    @Id
    Long id;
}

@Entity
class Q extends P {}
