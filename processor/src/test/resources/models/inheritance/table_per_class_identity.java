package model;

import jakarta.persistence.*;

// Refused by Hibernate.
@Entity
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
class P {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;
}

@Entity
class Q extends P {}
