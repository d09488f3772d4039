package model;

import jakarta.persistence.*;
import java.util.Set;

@MappedSuperclass
abstract class Base {
    @Id
    Long id;

    @ElementCollection
    Set<String> labels;
}

@Entity
class A extends Base {}

@Entity(name = "Bee")
@Table(name = "b_table")
class B extends Base {}
