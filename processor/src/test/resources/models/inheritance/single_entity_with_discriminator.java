package model;

import jakarta.persistence.*;

@Entity
@DiscriminatorColumn
class P {
    @Id
    Long id;
}

@Entity
@Inheritance
class Lone {
    @Id
    Long id;
}

@Entity
@DiscriminatorValue("X")
class Valued {
    @Id
    Long id;
}
