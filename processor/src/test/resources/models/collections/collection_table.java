package model;

import jakarta.persistence.*;
import java.util.List;

@Entity
class A {
    @Id
    Long id;

    @ElementCollection
    @CollectionTable(
            name = "a_tags",
            joinColumns = @JoinColumn(name = "a", nullable = false),
            uniqueConstraints =
                    @UniqueConstraint(
                            name = "uq_tag",
                            columnNames = {"a", "tag"}),
            indexes = @Index(name = "ix_tag", columnList = "tag"))
    @Column(name = "tag", length = 40)
    List<String> tags;
}
