package model;

import jakarta.persistence.*;
import java.util.List;

@Entity
class A {
    @Id
    Long id;

    @ElementCollection
    @CollectionTable(foreignKey = @ForeignKey(name = "fk_tags"))
    List<String> tags;

    @ElementCollection
    @CollectionTable(joinColumns = @JoinColumn(name = "x", foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT)))
    List<String> loose;
}
