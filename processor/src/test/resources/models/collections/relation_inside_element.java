package model;

import jakarta.persistence.*;
import java.util.*;

@Embeddable
class Emb {
    String b;

    @OneToMany
    List<B> xs;
}

@Entity
class A {
    @Id
    Long id;

    @ElementCollection
    List<Emb> l;
}

@Entity
class B {
    @Id
    Long id;
}
