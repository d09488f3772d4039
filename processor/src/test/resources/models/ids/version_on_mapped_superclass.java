package model;

import jakarta.persistence.*;
import java.util.UUID;

@MappedSuperclass
abstract class Versioned<K> {
    @Id
    K id;

    @Version
    @Column(name = "row_version")
    private Integer version;
}

@Entity
class A extends Versioned<UUID> {
    String name;
}
