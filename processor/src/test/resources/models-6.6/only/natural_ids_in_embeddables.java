package model;

import jakarta.persistence.*;
import org.hibernate.annotations.NaturalId;

@Embeddable
class Isbn {
    String prefix;

    @NaturalId
    String number;

    String digit;
}

@Embeddable
class Edition {
    @NaturalId
    String name;

    String remark;
    Isbn isbn;
}

@Embeddable
class Title {
    String text;

    @Embedded
    Isbn isbn;
}

@Entity
class Book {
    @Id
    Long id;

    Isbn isbn;
}

@Entity
class Print {
    @Id
    Long id;

    Edition edition;

    @NaturalId
    String country;

    String other;
}

@Entity
class Named {
    @Id
    Long id;

    Title title;
}
