package model;

import jakarta.persistence.*;
import java.io.Serializable;

record Range(int from, int to) implements Serializable {}

@Entity
class A {
    @Id
    Long id;

    Range range;
}
