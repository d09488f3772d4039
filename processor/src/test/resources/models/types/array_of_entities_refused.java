package model;

import jakarta.persistence.*;
import java.util.List;

@Entity
class B {
    @Id
    Long id;
}

@Entity
class A {
    @Id
    Long id;

    List<B> bs;
}
