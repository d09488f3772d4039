package shop;

import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.List;
import org.hibernate.annotations.JdbcType;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.jdbc.CharJdbcType;
import org.hibernate.type.descriptor.jdbc.TinyIntJdbcType;

/** The code of a Boolean brings a check of its two values, a descriptor that is named does not. */
@Entity
class Switch {
    @Id
    Long id;

    @JdbcTypeCode(SqlTypes.TINYINT)
    boolean coded;

    @JdbcType(TinyIntJdbcType.class)
    boolean described;

    @JdbcTypeCode(SqlTypes.CHAR)
    Boolean letter;

    @JdbcType(CharJdbcType.class)
    Boolean describedLetter;

    @ElementCollection
    @JdbcType(TinyIntJdbcType.class)
    List<Boolean> positions;
}
