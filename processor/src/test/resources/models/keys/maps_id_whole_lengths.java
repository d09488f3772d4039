package model;

import jakarta.persistence.*;
import java.io.Serializable;
import java.util.*;

// An identifier that @MapsId gives the named column of a relation has the other key's length only when all foreign keys are
// there: sets and further derived identifiers have taken over the default length before.
@Entity
class Person {
    @Id
    @Column(length = 20)
    String number;
}

@Entity
class Patient {
    @Id
    String id;

    @MapsId
    @OneToOne
    @JoinColumn(name = "person_no")
    Person person;

    @ManyToMany
    @JoinTable(name = "patient_contact")
    Set<Patient> contacts;

    @ManyToMany
    @JoinTable(name = "patient_relative")
    List<Patient> relatives;

    @OneToMany
    @JoinTable(name = "patient_child")
    Set<Patient> children;

    @ElementCollection
    Set<Stay> stays;
}

@Embeddable
class Stay {
    @ManyToOne(optional = false)
    Patient neighbour;

    @Column(nullable = false)
    int room;
}

@Entity
class Account {
    @Id
    @OneToOne
    Patient patient;

    @ManyToOne
    Account payer;
}

@Entity
class Insurance {
    @Id
    String id;

    @MapsId
    @OneToOne
    Patient patient;

    @ManyToOne
    Insurance of;
}

@Embeddable
class BillKey implements Serializable {
    @ManyToOne
    Patient patient;

    int no;
}

@Entity
class Bill {
    @EmbeddedId
    BillKey key;

    @ManyToOne
    Bill corrects;
}

@Embeddable
class NoteKey implements Serializable {
    String patient;
    int no;
}

@Entity
class Note {
    @EmbeddedId
    NoteKey key;

    @MapsId("patient")
    @ManyToOne
    Patient of;

    @ManyToOne
    Note answers;
}

class DoseKey implements Serializable {
    String patient;
    int no;

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return 1;
    }
}

@Entity
@IdClass(DoseKey.class)
class Dose {
    @Id
    @ManyToOne
    Patient patient;

    @Id
    int no;

    @ManyToOne
    Dose before;
}
