package model;

import jakarta.persistence.*;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Embeddable
class Part {
    String name;

    @Column(nullable = false)
    Integer n;

    boolean flag;
}

@Entity
class A {
    @Id
    Long id;

    @JdbcTypeCode(SqlTypes.JSON)
    Part part;
}
