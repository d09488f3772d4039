package model;

import jakarta.persistence.*;

@Embeddable
class Texts {
    @Lob
    String longText;

    @Column(length = 4000)
    String medium;

    @Column(columnDefinition = "text")
    String free;
}

@Entity
class A {
    @Id
    Long id;

    @Embedded
    Texts texts;
}
