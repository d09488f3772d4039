package model;

import jakarta.persistence.*;

// Hibernate refuses a string value without EnumType.STRING.
enum Code {
    A("a");

    @EnumeratedValue
    final String code;

    Code(String code) {
        this.code = code;
    }
}

@Entity
class A {
    @Id
    long id;

    Code a;
}
