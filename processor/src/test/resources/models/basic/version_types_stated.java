package shop;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Temporal;
import jakarta.persistence.TemporalType;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Calendar;
import java.util.Date;
import org.hibernate.annotations.JdbcType;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.jdbc.BigIntJdbcType;

/** A version is stored as its class is, whatever is stated of it. */
@Entity
class Leaf {
    @Id
    Long id;

    @Version
    @JdbcTypeCode(SqlTypes.BIGINT)
    int version;
}

@Entity
class Branch {
    @Id
    Long id;

    @Version
    @JdbcType(BigIntJdbcType.class)
    Short version;
}

@Entity
class Trunk {
    @Id
    Long id;

    @Version
    @JdbcTypeCode(SqlTypes.TIMESTAMP)
    Instant changed;
}

@Entity
class Root {
    @Id
    Long id;

    @Version
    @Temporal(TemporalType.DATE)
    Date changed;
}

@Entity
class Bark {
    @Id
    Long id;

    @Version
    @Temporal(TemporalType.TIME)
    Calendar changed;
}

@Entity
class Twig {
    @Id
    Long id;

    @Version
    @Lob
    byte[] version;
}

@Entity
class Fruit {
    @Id
    Long id;

    @Version
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(length = 20)
    Long version;
}

@Entity
class Seed {
    @Id
    Long id;

    @Version
    @Column(columnDefinition = "smallint")
    @JdbcTypeCode(SqlTypes.INTEGER)
    long version;
}
