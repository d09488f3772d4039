import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.math.BigInteger;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** H2 numbers such columns, and PostgreSQL none of them. */
@Entity
class Parcel {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    BigInteger id;
}

@Entity
class Crate {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @JdbcTypeCode(SqlTypes.NUMERIC)
    Long id;
}

@Entity
class Pallet {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(columnDefinition = "numeric(10)")
    Long id;
}
