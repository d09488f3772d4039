package model;

import jakarta.persistence.*;

@Entity
class A {
    @Id
    Long id;

    @ElementCollection
    @OrderColumn(name = "i")
    String[] names;

    @ElementCollection
    int[] numbers;
}
