package model;

import jakarta.persistence.*;
import org.hibernate.annotations.PropertyRef;

// @PropertyRef leads to attributes of embeddables, of mapped superclasses and of the entity that the target extends.
@MappedSuperclass
class Numbered {
    @Column(unique = true, length = 11)
    String number;
}

@Embeddable
class Badge {
    @Column(unique = true, length = 6)
    String code;
}

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
class Person extends Numbered {
    @Id
    long id;

    @Embedded
    Badge badge;
}

@Entity
class Employee extends Person {
    @Column(unique = true)
    int desk;
}

@Entity
class Visit {
    @Id
    long id;

    @ManyToOne
    @PropertyRef("number")
    Person byNumber;

    @ManyToOne
    @JoinColumn(name = "badge_code")
    @PropertyRef("badge.code")
    Person byBadge;

    @ManyToOne
    @JoinColumn(name = "host_number")
    @PropertyRef("number")
    Employee host;

    @ManyToOne
    @JoinColumn(name = "host_badge")
    @PropertyRef("badge.code")
    Employee other;

    @ManyToOne
    @JoinColumn(name = "host_desk")
    @PropertyRef("desk")
    Employee atDesk;
}
