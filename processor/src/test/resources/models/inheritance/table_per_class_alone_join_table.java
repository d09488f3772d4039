package model;

import jakarta.persistence.*;

@Entity
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
class Device {
    @Id
    long id;

    @ManyToOne
    @JoinTable(name = "device_maker")
    Maker maker;
}

@Entity
class Maker {
    @Id
    long id;
}
