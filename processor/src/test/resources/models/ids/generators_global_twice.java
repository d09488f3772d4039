// -Aaccrete.global_generators=true
// hibernate.jpa.compliance.global_id_generators=true
package model;

import jakarta.persistence.*;

/** A name that comes twice: with each entity of the superclass. */
@MappedSuperclass
abstract class Vehicle {
    @Id
    @GeneratedValue(generator = "numbers")
    @SequenceGenerator(name = "numbers", sequenceName = "all_numbers")
    Long id;
}

@Entity
class Van extends Vehicle {}

@Entity
class Truck extends Vehicle {}
