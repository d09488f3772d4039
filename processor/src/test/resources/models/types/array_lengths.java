package model;

import jakarta.persistence.*;
import java.util.List;
import org.hibernate.annotations.Array;

@Entity
class A {
    @Id
    Long id;

    @Array(length = 7)
    String[] a;

    @Array(length = 3)
    @Column(length = 20)
    List<String> b;

    @Column(length = 40)
    String[] c;

    @Column(nullable = false)
    int[] d;
}
