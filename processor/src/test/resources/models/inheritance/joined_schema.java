package model;

import jakarta.persistence.*;

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
@Table(schema = "one")
class P {
    @Id
    @GeneratedValue
    Long id;
}

@Entity
@Table(schema = "two")
class Q extends P {}

@Entity
class R extends P {}
