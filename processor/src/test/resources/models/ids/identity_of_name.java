package model;

import jakarta.persistence.*;

/** Hibernate 6.6 refuses a name that no generator has. */
@Entity
class Chapter {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY, generator = "counters")
    Long id;
}
