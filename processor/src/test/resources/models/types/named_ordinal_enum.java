package model;

import jakarta.persistence.*;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

enum Mood {
    HAPPY,
    SAD,
    ANGRY
}

@Entity
class A {
    @Id
    Long id;

    @JdbcTypeCode(SqlTypes.NAMED_ORDINAL_ENUM)
    Mood mood;
}
