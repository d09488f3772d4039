package model;

import jakarta.persistence.*;

@Entity
class A {
    @Id
    long id;

    @Column(options = "default 'x'")
    String a;
}
