package model;

import jakarta.persistence.*;

@MappedSuperclass
abstract class M {
    @Id
    Long id;

    String name;
}

@Entity
class P extends M {}

@Entity
@AttributeOverride(name = "name", column = @Column(name = "q_name"))
class Q extends P {}
