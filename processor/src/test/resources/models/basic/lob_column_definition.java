package model;

import jakarta.persistence.*;

@Entity
class A {
    @Id
    long id;

    @Lob
    @Column(columnDefinition = "text")
    String a;

    @Column(columnDefinition = "TEXT")
    String b;

    @Column(columnDefinition = "text", nullable = false)
    String c;
}
