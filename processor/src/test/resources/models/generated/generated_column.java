package model;

import jakarta.persistence.*;
import org.hibernate.annotations.GeneratedColumn;

@Entity
class A {
    @Id
    Long id;

    int a;

    @GeneratedColumn("a * 2")
    int b;

    @GeneratedColumn("a + 1")
    @Column(name = "cc")
    Integer c;
}
