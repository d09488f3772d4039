package model;

import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.DialectOverride;
import org.hibernate.annotations.GeneratedColumn;
import org.hibernate.dialect.PostgreSQLDialect;

@Entity
class Depot {
    @Id
    Long id;

    @OneToMany
    @JoinColumn(name = "depot")
    @GeneratedColumn("shelf + 1")
    @MapKeyColumn(name = "place")
    Map<Integer, Crate> crates;

    @ElementCollection
    @ColumnDefault("'x'")
    @DialectOverride.ColumnDefault(dialect = PostgreSQLDialect.class, override = @ColumnDefault("'y'"))
    Map<String, String> labels;
}

@Entity
class Crate {
    @Id
    Long id;

    int shelf;
}
