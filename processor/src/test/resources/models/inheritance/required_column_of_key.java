package model;

import jakarta.persistence.*;
import java.io.Serializable;

// The row check asks for a column of the key, too, that a class below reads again: its own column takes NULL.
@Entity
class Garden {
    @Id
    Long id;
}

@Embeddable
record BedKey(Long garden, Long number) implements Serializable {}

@Entity
class Bed {
    @EmbeddedId
    BedKey key;
}

@Entity
class RoseBed extends Bed {
    @ManyToOne(optional = false)
    @JoinColumn(name = "garden", insertable = false, updatable = false)
    Garden garden;
}

@Entity
class HerbBed extends Bed {
    @Column(name = "number", insertable = false, updatable = false)
    long position;
}

@Entity
class Plant {
    @Id
    Long id;
}

@Entity
class Tree extends Plant {
    @Basic(optional = false)
    @Column(name = "id", insertable = false, updatable = false)
    Long again;
}

@Entity
class Shrub extends Plant {
    @OneToOne(optional = false)
    @JoinColumn(name = "id", insertable = false, updatable = false)
    Garden home;
}
