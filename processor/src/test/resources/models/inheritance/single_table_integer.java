package model;

import jakarta.persistence.*;

@Entity
@DiscriminatorColumn(name = "kind", discriminatorType = DiscriminatorType.INTEGER)
@DiscriminatorValue("1")
class P {
    @Id
    Long id;
}

@Entity
@DiscriminatorValue("2")
class Q extends P {}

@Entity
class R extends P {}
