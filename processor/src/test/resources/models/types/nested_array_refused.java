package model;

import jakarta.persistence.*;

@Entity
class A {
    @Id
    Long id;

    String[][] grid;
}
