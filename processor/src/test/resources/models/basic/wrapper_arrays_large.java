package model;

import jakarta.persistence.*;

// As large objects they are what they always were.
@Entity
class A {
    @Id
    Long id;

    @Lob
    Byte[] bytes;

    @Lob
    Character[] characters;
}
