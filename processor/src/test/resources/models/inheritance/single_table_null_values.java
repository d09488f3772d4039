package model;

import jakarta.persistence.*;

@Entity
@DiscriminatorValue("null")
class P {
    @Id
    Long id;
}

@Entity
@DiscriminatorValue("not null")
class Q extends P {}
