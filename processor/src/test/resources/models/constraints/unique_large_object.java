package model;

import jakarta.persistence.*;

// H2 indexes no large object.
@Entity
class A {
    @Id
    Long id;

    @Column(unique = true)
    @Lob
    String text;
}
