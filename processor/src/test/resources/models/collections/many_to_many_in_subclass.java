package model;

import jakarta.persistence.*;
import java.util.Set;

@Entity
class B {
    @Id
    Long id;
}

@Entity
class Root {
    @Id
    Long id;
}

@Entity
class Sub extends Root {
    @ManyToMany
    Set<B> bs;
}
