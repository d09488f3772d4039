package model;

import jakarta.persistence.*;
import org.hibernate.annotations.Nationalized;

@Entity
class A {
    @Id
    long id;

    @Nationalized
    String a;

    @Nationalized
    char b;

    @Nationalized
    @Lob
    String c;

    @Nationalized
    @Column(length = 40, nullable = false)
    String d;
}
