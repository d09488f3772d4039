package model;

import jakarta.persistence.*;

// No single letter follows from a name.
@Entity
@DiscriminatorColumn(name = "kind", discriminatorType = DiscriminatorType.CHAR)
@DiscriminatorValue("A")
class Account {
    @Id
    Long id;
}

@Entity
abstract class Saving extends Account {}
