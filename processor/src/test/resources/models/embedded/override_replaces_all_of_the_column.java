package model;

import jakarta.persistence.*;
import org.hibernate.annotations.ColumnDefault;

@Embeddable
class Part {
    @Column(length = 5, nullable = false, unique = true)
    String code;

    @Basic(optional = false)
    String name;

    @ColumnDefault("1")
    Integer number;
}

@Entity
class A {
    @Id
    Long id;

    @AttributeOverride(name = "code", column = @Column(name = "a_code"))
    @AttributeOverride(name = "name", column = @Column(name = "a_name"))
    @AttributeOverride(name = "number", column = @Column(name = "a_number"))
    Part part;
}
