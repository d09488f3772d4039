package model;

import jakarta.persistence.*;
import java.io.Serializable;
import java.util.Set;

@Entity
class B {
    @Id
    Long id;
}

@Entity
class A implements Serializable {
    @Id
    Long id;

    String code;

    @OneToMany
    @JoinColumn(name = "a_code", referencedColumnName = "code")
    Set<B> bs;
}
