package model;

import jakarta.persistence.*;

// The sequence of a quoted table is not quoted, unless its name has to be.
@Entity
@Table(name = "`Person`")
class Person {
    @Id
    @GeneratedValue
    @Column(name = "`Id`")
    Long id;
}

@Entity
@Table(name = "`some one`")
class SomeOne {
    @Id
    @GeneratedValue
    Long id;
}
