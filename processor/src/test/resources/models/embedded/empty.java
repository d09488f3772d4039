package model;

import jakarta.persistence.*;

@Embeddable
class Nothing {}

@Entity
class A {
    @Id
    Long id;

    @Embedded
    Nothing nothing;

    String name;
}
