package model;

import jakarta.persistence.*;

// With a table for each class, Hibernate finds no other table of a relation to one entity.
@Entity
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
abstract class Device {
    @Id
    long id;

    @ManyToOne
    @JoinTable(name = "device_maker")
    Maker maker;
}

@Entity
class Phone extends Device {
    String number;
}

@Entity
class Maker {
    @Id
    long id;
}
