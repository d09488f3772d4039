package shop;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Index;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.io.Serializable;
import java.util.Set;

/** Of several unique constraints over the columns of a primary key, the last one orders and names it. */
@Entity
@IdClass(ShelfKey.class)
@Table(
        uniqueConstraints = {
            @UniqueConstraint(name = "first_of_shelf", columnNames = {"line", "room"}),
            @UniqueConstraint(name = "last_of_shelf", columnNames = {"room", "line"})
        })
class Shelf {
    @Id
    Integer room;

    @Id
    String line;

    @ManyToOne
    Shelf above;
}

@Entity
@IdClass(ShelfKey.class)
@Table(
        uniqueConstraints = @UniqueConstraint(name = "named_of_box", columnNames = {"line", "room"}),
        indexes = @Index(columnList = "room,line", unique = true))
class Box {
    @Id
    Integer room;

    @Id
    String line;
}

@Entity
class Label {
    @Id
    Integer id;

    @ManyToMany
    @JoinTable(
            name = "label_pair",
            uniqueConstraints = {
                @UniqueConstraint(name = "first_of_pair", columnNames = {"others_id", "Label_id"}),
                @UniqueConstraint(name = "last_of_pair", columnNames = {"Label_id", "others_id"})
            })
    Set<Label> others;
}

class ShelfKey implements Serializable {
    Integer room;
    String line;
}
