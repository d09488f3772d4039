package model;

import jakarta.persistence.*;
import org.hibernate.annotations.DialectOverride;
import org.hibernate.annotations.DiscriminatorFormula;
import org.hibernate.annotations.JoinFormula;
import org.hibernate.dialect.H2Dialect;
import org.hibernate.dialect.PostgreSQLDialect;

// A formula where the dialect is the one that it is stated for; elsewhere another one, or a column.
@Entity
@DiscriminatorFormula("case when kind = 1 then 'Base' else 'Derived' end")
@DialectOverride.DiscriminatorFormula(
        dialect = PostgreSQLDialect.class,
        override = @DiscriminatorFormula("case when kind < 2 then 'Base' else 'Derived' end"))
class Base {
    @Id
    Long id;

    int kind;
}

@Entity
class Derived extends Base {
    @Basic(optional = false)
    String text;
}

@Entity
@DialectOverride.DiscriminatorFormula(
        dialect = H2Dialect.class,
        override = @DiscriminatorFormula("case when kind = 1 then 'Other' else 'More' end"))
class Other {
    @Id
    Long id;

    int kind;

    @ManyToOne
    @JoinFormula("kind")
    @DialectOverride.JoinFormula(dialect = H2Dialect.class, override = @JoinFormula("kind + 1"))
    Base base;
}

@Entity
class More extends Other {
    @Basic(optional = false)
    String text;
}
