package model;

import jakarta.persistence.*;
import org.hibernate.annotations.Cache;
import org.hibernate.annotations.CacheConcurrencyStrategy;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.SQLRestriction;

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
class Account {
    @Id
    Long id;

    boolean active;
}

@Entity
@SQLRestriction("active")
class Company extends Account {
    String name;
}

@Entity
@Immutable
class Guest extends Account {
    String device;
}

@Entity
@Cache(usage = CacheConcurrencyStrategy.READ_ONLY)
class Robot extends Account {
    String purpose;
}

@MappedSuperclass
@SQLRestriction("active")
class Person extends Account {
    String firstName;
}

@Entity
class Customer extends Person {
    String number;
}
