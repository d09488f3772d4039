package model;

import jakarta.persistence.*;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.UUID;

// @Lob on what is no large object.
enum Kind {
    A
}

@Entity
class A {
    @Id
    long id;

    @Lob
    Integer a;

    @Lob
    Boolean b;

    @Lob
    UUID c;

    @Lob
    LocalDate d;

    @Lob
    Kind e;

    @Lob
    Serializable f;
}
