package model;

import jakarta.persistence.*;
import java.util.Map;

/** An identifier that is a relation is no attribute that a map could have as its key without its name. */
@Entity
class Person {
    @Id
    Long id;
}

@Entity
class Passport {
    @Id
    @OneToOne
    Person owner;
}

@Entity
class Office {
    @Id
    Long id;

    @ManyToMany
    @MapKey
    Map<Long, Passport> passports;
}
