package graph;

import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToOne;
import java.io.Serializable;
import org.hibernate.annotations.DiscriminatorOptions;

/** The root's column is the discriminator's; keys that refer to it are as the identifier has it. */
@Entity
@Inheritance(strategy = InheritanceType.JOINED)
@DiscriminatorColumn(name = "kind", length = 8)
@DiscriminatorOptions(insert = false)
class Node {
    @EmbeddedId
    NodeId id;
}

@Embeddable
class NodeId implements Serializable {
    Long number;

    @Column(name = "kind", length = 40)
    String kind;
}

@Entity
@DiscriminatorValue("LEAF")
class Leaf extends Node {}

@Entity
class Pointer {
    @Id
    Long id;

    @ManyToOne
    Node target;
}
