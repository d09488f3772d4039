package archive;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.SoftDelete;

/** An attribute that only reads the column decides on it. */
@Entity
@SoftDelete(columnName = "is_deleted")
class Letter {
    @Id
    Long id;

    @Column(name = "is_deleted", insertable = false, updatable = false)
    boolean deleted;
}
