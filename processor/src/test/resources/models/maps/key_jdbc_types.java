package calls;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OrderColumn;
import java.sql.Types;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.ListIndexBase;
import org.hibernate.annotations.ListIndexJdbcType;
import org.hibernate.annotations.ListIndexJdbcTypeCode;
import org.hibernate.annotations.MapKeyJdbcType;
import org.hibernate.annotations.MapKeyJdbcTypeCode;
import org.hibernate.type.descriptor.jdbc.BigIntJdbcType;
import org.hibernate.type.descriptor.jdbc.VarcharJdbcType;

/** Keys of maps and positions in lists may state their JDBC types beside those of the values. */
@Entity
class Caller {
    @Id
    Long id;

    @ElementCollection
    @CollectionTable(name = "call_register")
    @MapKeyJdbcTypeCode(Types.BIGINT)
    @MapKeyColumn(name = "called_at")
    Map<Date, Integer> calls;

    @ElementCollection
    @MapKeyJdbcType(VarcharJdbcType.class)
    @JdbcTypeCode(Types.CHAR)
    Map<UUID, UUID> devices;

    @ElementCollection
    @MapKeyJdbcTypeCode(Types.TINYINT)
    Map<Kind, String> numbers;

    @ElementCollection
    @OrderColumn
    @ListIndexJdbcTypeCode(Types.SMALLINT)
    List<String> notes;

    @ElementCollection
    @OrderColumn(name = "rank")
    @ListIndexBase(1)
    @ListIndexJdbcType(BigIntJdbcType.class)
    List<String> favourites;

    /** A list whose position has a type has a position. */
    @ElementCollection
    @ListIndexJdbcTypeCode(Types.SMALLINT)
    List<String> blocked;

    enum Kind {
        HOME,
        WORK
    }
}
