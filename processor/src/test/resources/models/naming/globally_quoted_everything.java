// -Aaccrete.quoting=all_but_definitions
// hibernate.globally_quoted_identifiers=true
// hibernate.globally_quoted_identifiers_skip_column_definitions=true
package model;

import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.Check;

enum Kind {
    ONE,
    TWO
}

@Embeddable
class Part {
    @Column(columnDefinition = "varchar(5)")
    String partCode;

    int amount;
}

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
@Table(
        name = "Item",
        schema = "Other",
        indexes = {@Index(name = "ItemName", columnList = "fullName, id desc"), @Index(columnList = "kind")},
        uniqueConstraints = @UniqueConstraint(name = "UniqueName", columnNames = "fullName"))
class Item {
    @Id
    @GeneratedValue
    Long id;

    String fullName;

    Kind kind;

    @Enumerated(EnumType.STRING)
    Kind otherKind;

    @ElementCollection
    @OrderColumn
    List<Part> parts;

    @ElementCollection
    Map<String, Part> byName;
}

@Entity
@SecondaryTable(name = "Extra")
class Special extends Item {
    @Column(table = "Extra")
    String extraText;

    @ManyToOne
    @JoinColumn(name = "parentId", foreignKey = @ForeignKey(name = "ParentKey"))
    Special parent;

    @ManyToMany
    Set<Special> friends;
}

@Entity
class Counted {
    @Id
    @GeneratedValue(strategy = GenerationType.TABLE)
    Long id;

    @OneToOne
    Special specialOne;
}
