package shop;

import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.io.Serializable;
import java.util.Set;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** H2 keeps no large object unique, and these are such there. */
@Entity
class Album {
    @Id
    Long id;

    @ElementCollection
    @JdbcTypeCode(SqlTypes.LONG32VARBINARY)
    Set<Picture> pictures;

    @ElementCollection
    @JdbcTypeCode(SqlTypes.LONG32VARBINARY)
    Set<byte[]> bytes;
}

class Picture implements Serializable {}
