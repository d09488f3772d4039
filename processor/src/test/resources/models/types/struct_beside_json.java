package model;

import jakarta.persistence.*;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Struct;
import org.hibernate.type.SqlTypes;

// Hibernate checks both as the one that it meets first.
@Embeddable
class Name {
    @Column(nullable = false)
    String text;

    int number;
}

@Entity
class A {
    @Id
    Long id;

    @JdbcTypeCode(SqlTypes.JSON)
    Name a;

    @Struct(name = "name_t")
    Name b;
}
