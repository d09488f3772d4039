package model;

import jakarta.persistence.*;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.DialectOverride;
import org.hibernate.dialect.H2Dialect;
import org.hibernate.dialect.PostgreSQLDialect;

@Entity
class OrderLine {
    @Id
    Long id;

    @ColumnDefault("'new'")
    @DialectOverride.ColumnDefault(
            dialect = H2Dialect.class,
            sameOrAfter = @DialectOverride.Version(major = 1, minor = 4),
            override = @ColumnDefault("'NEW'"))
    @DialectOverride.ColumnDefault(
            dialect = PostgreSQLDialect.class,
            before = @DialectOverride.Version(major = 10),
            override = @ColumnDefault("'old'"))
    String status;

    @ColumnDefault("1")
    @DialectOverride.ColumnDefault(
            dialect = PostgreSQLDialect.class,
            sameOrAfter = @DialectOverride.Version(major = 9),
            before = @DialectOverride.Version(major = 12),
            override = @ColumnDefault("2"))
    @DialectOverride.ColumnDefault(
            dialect = PostgreSQLDialect.class,
            sameOrAfter = @DialectOverride.Version(major = 12),
            override = @ColumnDefault("3"))
    int quantity;
}
