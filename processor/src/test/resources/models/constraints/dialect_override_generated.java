package model;

import jakarta.persistence.*;
import org.hibernate.annotations.DialectOverride;
import org.hibernate.annotations.GeneratedColumn;

@Entity
class A {
    @Id
    Long id;

    int a;

    @GeneratedColumn("a + 1")
    @DialectOverride.GeneratedColumn(
            dialect = org.hibernate.dialect.H2Dialect.class,
            override = @GeneratedColumn("a + 2"))
    int b;
}
