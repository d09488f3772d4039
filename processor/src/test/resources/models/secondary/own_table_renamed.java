package model;

import jakarta.persistence.*;

// With a naming strategy that renames it, nothing is called so.
@Entity
@Table(name = "StoragePlace")
class Storage {
    @Id
    Long id;

    @Column(table = "StoragePlace")
    String name;
}
