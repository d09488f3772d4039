package model;

import jakarta.persistence.*;
import java.io.Serializable;

@Embeddable
class BadgeId implements Serializable {
    long person;
    int number;
}

@Embeddable
class SmallId implements Serializable {
    short person;
    String code;
}

@Embeddable
class NameId implements Serializable {
    @Column(length = 40)
    String label;
    int number;
}

@Entity
class Person {
    @Id
    int id;
}

@Entity
class Label {
    @Id
    @Column(length = 99)
    String name;
}

@Entity
class Badge {
    @EmbeddedId
    BadgeId id;

    @MapsId("person")
    @ManyToOne
    Person person;
}

@Entity
class Small {
    @EmbeddedId
    SmallId id;

    @MapsId("person")
    @OneToOne
    Person person;
}

@Entity
class Named {
    @EmbeddedId
    NameId id;

    @MapsId("label")
    @ManyToOne
    Label label;
}
