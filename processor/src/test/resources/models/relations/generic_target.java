package model;

import jakarta.persistence.*;
import java.util.UUID;

@MappedSuperclass
abstract class Child<P> {
    @Id
    Long id;

    @ManyToOne
    P parent;
}

@Entity
class Father {
    @Id
    Long id;
}

@Entity
class Mother {
    @Id
    UUID id;
}

@Entity
class Son extends Child<Father> {}

@Entity
class Daughter extends Child<Mother> {}
