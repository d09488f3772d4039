package model;

import jakarta.persistence.*;

@Embeddable
class P {
    String code;
}

@Entity
@Table(uniqueConstraints = @UniqueConstraint(columnNames = {"code", "name"}))
class A {
    @Id
    Long id;

    P part;
    String name;
}
