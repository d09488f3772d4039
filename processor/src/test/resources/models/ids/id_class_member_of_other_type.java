package model;

import jakarta.persistence.*;
import java.io.Serializable;

class PairId implements Serializable {
    long person;
    int number;
}

class LabelId implements Serializable {
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
@IdClass(PairId.class)
class Pair {
    @Id
    @ManyToOne
    Person person;

    @Id
    int number;
}

@Entity
@IdClass(LabelId.class)
class Labelled {
    @Id
    @ManyToOne
    Label label;

    @Id
    int number;
}
