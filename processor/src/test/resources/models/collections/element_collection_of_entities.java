package model;

import jakarta.persistence.*;
import java.util.*;

@Entity
class A {
    @Id
    Long id;

    @ElementCollection
    List<B> l;
}

@Entity
class B {
    @Id
    Long id;
}
