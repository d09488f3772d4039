package model;

import jakarta.persistence.*;

// Interfaces and classes that can't be stored.
@Entity
class A {
    @Id
    long id;

    CharSequence a;
}
