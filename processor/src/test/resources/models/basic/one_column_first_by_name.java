package model;

import jakarta.persistence.*;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.Comment;

// The first attribute by name says what the column is like, whichever one writes it.
@MappedSuperclass
class Base {
    @Column(name = "code", length = 12, insertable = false, updatable = false)
    String zone;
}

@Entity
class Item extends Base {
    @Id
    Long id;

    @Basic(optional = false)
    @Column(name = "title", length = 30)
    @Comment("second")
    String title;

    @Column(name = "title", insertable = false, updatable = false)
    @ColumnDefault("'none'")
    @Comment("first")
    String shown;

    @Column(name = "code", length = 5)
    String area;
}
