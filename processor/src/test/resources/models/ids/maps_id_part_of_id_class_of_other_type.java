package model;

import jakarta.persistence.*;
import java.io.Serializable;

class PairId implements Serializable {
    long personId;
    int number;
}

@Entity
class Person {
    @Id
    int id;
}

@Entity
@IdClass(PairId.class)
class Pair {
    @Id
    long personId;

    @Id
    int number;

    @MapsId("personId")
    @ManyToOne
    Person person;
}

@Entity
class Ref {
    @Id
    int id;

    @ManyToOne
    Pair pair;
}
