package model;

import jakarta.persistence.*;
import java.io.Serializable;
import java.util.Set;

@Entity
class B implements Serializable {
    @Id
    Long id;

    String code;
}

@Entity
class A {
    @Id
    Long id;

    @ManyToMany
    @JoinTable(name = "ab", inverseJoinColumns = @JoinColumn(name = "b_code", referencedColumnName = "code"))
    Set<B> bs;
}
