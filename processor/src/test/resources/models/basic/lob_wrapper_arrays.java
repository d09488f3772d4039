package model;

import jakarta.persistence.*;

// As large objects, arrays of the wrappers are what those of the primitives are.
@Entity
class Scan {
    @Id
    Long id;

    @Lob
    Byte[] image;

    @Lob
    Character[] text;

    @Lob
    @Column(nullable = false, length = 100_000)
    Byte[] original;
}
