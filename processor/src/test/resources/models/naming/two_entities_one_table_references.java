package model;

import jakarta.persistence.*;
import java.util.List;

/** Two entities of one row refer to each other. */
@Entity
@Table(name = "bits")
class Bits {
    @Id
    int id;

    @OneToOne(optional = false)
    @JoinColumn(name = "id", referencedColumnName = "id", nullable = false)
    Content content;
}

@Entity
@Table(name = "bits")
class Content {
    @Id
    int id;

    byte[] data;

    @OneToMany
    @JoinColumn(name = "id")
    List<Content> others;
}

/** A subclass in the table of its superclass refers to nothing. */
@Entity
@Table(name = "party")
@Inheritance(strategy = InheritanceType.JOINED)
@DiscriminatorColumn
class Party {
    @Id
    int id;
}

@Entity
@Table(name = "party")
class Firm extends Party {
    String name;
}
