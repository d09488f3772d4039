package model;

import jakarta.persistence.*;
import java.util.*;

@Entity
class A {
    @Id
    Long id;

    String code;

    @ManyToMany
    @JoinTable(name = "rc", joinColumns = @JoinColumn(name = "ac", referencedColumnName = "code"))
    Set<B> rc;

    @OneToMany
    @JoinTable(name = "rc2", joinColumns = @JoinColumn(name = "ac", referencedColumnName = "code"))
    Set<B> rc2;
}

@Entity
class B {
    @Id
    Long id;

    String bcode;
}
