package loans;

import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorType;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import java.sql.Types;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.Any;
import org.hibernate.annotations.AnyDiscriminator;
import org.hibernate.annotations.AnyKeyJavaClass;
import org.hibernate.annotations.AnyKeyJdbcType;
import org.hibernate.annotations.AnyKeyJdbcTypeCode;
import org.hibernate.annotations.JdbcType;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.ManyToAny;
import org.hibernate.type.descriptor.jdbc.CharJdbcType;
import org.hibernate.type.descriptor.jdbc.VarcharJdbcType;

/** Both columns may state their JDBC types: what is on the attribute is for the one that says which entity. */
@Entity
class Loan {
    @Id
    Integer id;

    @Any
    @AnyKeyJavaClass(Integer.class)
    @JdbcTypeCode(Types.CHAR)
    @Column(name = "payment_kind", length = 3)
    @JoinColumn(name = "payment_id")
    Object payment;

    @Any
    @AnyDiscriminator(DiscriminatorType.INTEGER)
    @AnyKeyJavaClass(UUID.class)
    @AnyKeyJdbcTypeCode(Types.VARCHAR)
    @JdbcTypeCode(Types.SMALLINT)
    @Column(name = "surety_kind")
    @JoinColumn(name = "surety_id")
    Object surety;

    @ManyToAny
    @AnyKeyJavaClass(UUID.class)
    @AnyKeyJdbcType(CharJdbcType.class)
    @JdbcType(VarcharJdbcType.class)
    @Column(name = "note_kind")
    @JoinTable(
            name = "loan_note",
            joinColumns = @JoinColumn(name = "loan_id"),
            inverseJoinColumns = @JoinColumn(name = "note_id"))
    Set<Object> notes;
}
