package model;

import jakarta.persistence.*;
import org.hibernate.annotations.JdbcType;

enum Mood {
    HAPPY,
    SAD
}

@Entity
class A {
    @Id
    Long id;

    @Enumerated(EnumType.STRING)
    @JdbcType(org.hibernate.dialect.type.PostgreSQLEnumJdbcType.class)
    Mood mood;
}
