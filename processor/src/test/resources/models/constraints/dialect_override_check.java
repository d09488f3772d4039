package model;

import jakarta.persistence.*;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.DialectOverride;

@Entity
@Check(constraints = "a > 0")
@DialectOverride.Check(dialect = org.hibernate.dialect.H2Dialect.class, override = @Check(constraints = "a > 1"))
class A {
    @Id
    Long id;

    int a;

    @ColumnDefault("1")
    @DialectOverride.ColumnDefault(
            dialect = org.hibernate.dialect.PostgreSQLDialect.class,
            override = @ColumnDefault("2"))
    int b;
}
