package model;

import jakarta.persistence.*;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
@JdbcTypeCode(SqlTypes.CHAR)
@interface AsChar {}

@Entity
class A {
    @Id
    Long id;

    @AsChar
    UUID a;
}
