package shop;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.DialectOverride;
import org.hibernate.annotations.Formula;
import org.hibernate.dialect.H2Dialect;

/** A formula for one database alone is none; it overrides one for all of them. */
@Entity
class Parcel {
    @Id
    Long id;

    @DialectOverride.Formula(dialect = H2Dialect.class, override = @Formula("id + 1"))
    Integer next;

    @Formula("id - 1")
    @DialectOverride.Formula(dialect = H2Dialect.class, override = @Formula("id - 2"))
    Integer former;
}
