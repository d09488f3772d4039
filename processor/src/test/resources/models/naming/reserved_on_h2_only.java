package model;

import jakarta.persistence.*;

@Entity
class A {
    @Id
    Long id;

    int year;
    String key;
}
