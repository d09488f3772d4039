package model;

import jakarta.persistence.*;
import java.util.*;

@Entity
class A {
    @Id
    Long id;

    @OneToMany
    @JoinColumn(name = "yy")
    @MapKeyJoinColumn(name = "yk", nullable = false)
    Map<B,B> yy;
}

@Entity
class B {
    @Id
    Long id;
}
