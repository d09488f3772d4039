package catalogue;

import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.util.Set;

/** Constraints of a table that have one name are one, over the columns of all; so are indexes. */
@Entity
@Table(
        uniqueConstraints = {
            @UniqueConstraint(name = "uk_item", columnNames = {"shop", "code"}),
            @UniqueConstraint(name = "uk_item", columnNames = {"code", "edition"})
        },
        indexes = {
            @Index(name = "ix_item", columnList = "title"),
            @Index(name = "ix_item", columnList = "edition desc, title"),
            @Index(name = "ix_sorted", columnList = "code desc, shop desc"),
            @Index(name = "ix_sorted", columnList = "code asc, shop")
        })
class Item {

    @Id
    Long id;

    String shop;
    String code;
    int edition;
    String title;
}

/** A unique index and a constraint, and one that is the column's own besides. */
@Entity
@Table(
        uniqueConstraints = {
            @UniqueConstraint(name = "uk_shelf", columnNames = "room"),
            @UniqueConstraint(name = "uk_label", columnNames = "label")
        },
        indexes = {
            @Index(name = "uk_shelf", columnList = "room, place", unique = true),
            @Index(name = "uk_label", columnList = "id", unique = true)
        })
class Shelf {

    @Id
    Long id;

    String room;
    int place;

    @Column(unique = true)
    String label;

    @ElementCollection
    @CollectionTable(
            uniqueConstraints = {
                @UniqueConstraint(name = "uk_mark", columnNames = "Shelf_id"),
                @UniqueConstraint(name = "uk_mark", columnNames = "mark")
            })
    @Column(name = "mark")
    Set<String> marks;
}
