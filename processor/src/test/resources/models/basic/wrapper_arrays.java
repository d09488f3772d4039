package model;

import jakarta.persistence.*;

// Refused unless a setting says how.
@Entity
class A {
    @Id
    long id;

    Byte[] a;
}
