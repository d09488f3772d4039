package model;

import jakarta.persistence.*;

// A column's own table is stated as the database calls it, a secondary one as the mapping does, too.
@Entity
@Table(name = "storage")
@SecondaryTable(name = "StorageText")
class Storage {
    @Id
    @Column(table = "storage")
    Long id;

    @Column(table = "storage")
    String name;

    @Column(table = "StorageText")
    String text;
}
