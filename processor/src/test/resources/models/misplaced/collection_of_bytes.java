package model;

import jakarta.persistence.*;
import java.util.List;

// Hibernate has a Java type for byte[][], and none for this.
@Entity
class A {
    @Id
    Long id;

    byte[][] pages;

    List<byte[]> chunks;
}
