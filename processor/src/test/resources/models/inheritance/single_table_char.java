package model;

import jakarta.persistence.*;

@Entity
@DiscriminatorColumn(discriminatorType = DiscriminatorType.CHAR)
@DiscriminatorValue("P")
class P {
    @Id
    Long id;
}

@Entity
@DiscriminatorValue("Q")
class Q extends P {}
