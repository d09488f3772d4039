package model;

import jakarta.persistence.*;
import org.hibernate.annotations.GeneratedColumn;

@Entity
class A {
    @Id
    Long id;

    int a;

    @GeneratedColumn("a")
    @Column(nullable = false)
    Integer b;

    @GeneratedColumn("a")
    int c;
}
