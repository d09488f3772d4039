// -Aaccrete.global_generators=true
// hibernate.jpa.compliance.global_id_generators=true
package model;

import jakarta.persistence.*;

/** A generator without a name has that of its class; where there is none, a table has a row for each entity. */
@Entity
@SequenceGenerator(sequenceName = "parcel_numbers", allocationSize = 5)
class Parcel {
    @Id
    @GeneratedValue
    Long id;
}

@Entity(name = "Letters")
@TableGenerator(table = "letter_numbers", initialValue = 10)
class Letter {
    @Id
    @GeneratedValue(strategy = GenerationType.TABLE)
    Long id;
}

@Entity
class Card {
    @Id
    @GeneratedValue(strategy = GenerationType.TABLE)
    Long id;
}

@Entity
class Stamp {
    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "stamps")
    Long id;
}

/** That of the superclass has its name, and so the entity has none. */
@MappedSuperclass
@SequenceGenerator(sequenceName = "place_numbers")
abstract class Place {
    @Id
    @GeneratedValue
    Long id;
}

@Entity
class Office extends Place {}

@Entity
@SequenceGenerator(sequenceName = "street_numbers", allocationSize = 3)
class Street extends Place {}
