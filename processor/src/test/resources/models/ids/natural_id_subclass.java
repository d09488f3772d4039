package model;

import jakarta.persistence.*;
import org.hibernate.annotations.NaturalId;

@MappedSuperclass
abstract class Base {
    @Id
    Long id;

    @NaturalId
    String code;
}

@Entity
class A extends Base {}

@Entity
class B extends Base {
    @NaturalId
    String other;
}
