package model;

import jakarta.persistence.*;
import java.io.Serializable;

@Entity
class B implements Serializable {
    @Id
    Long id;

    @Column(unique = true)
    String code;
}

@Entity
class A {
    @Id
    Long id;

    @ManyToOne
    @JoinColumn(referencedColumnName = "code")
    B b;
}
