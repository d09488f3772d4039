package model;

import jakarta.persistence.*;

@Entity
class Person {
    @Id
    int id;
}

@Entity
class Badge {
    @Id
    long id;

    @MapsId
    @OneToOne
    Person person;
}

@Entity
class Ref {
    @Id
    int id;

    @ManyToOne
    Badge badge;
}

@Entity
class Amount {
    @Id
    @Column(precision = 12, scale = 3)
    java.math.BigDecimal id;
}

@Entity
class AmountNumber {
    @Id
    long id;

    @MapsId
    @OneToOne
    @JoinColumn(name = "a")
    Amount amount;
}
