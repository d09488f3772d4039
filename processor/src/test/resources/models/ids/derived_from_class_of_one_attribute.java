package model;

import jakarta.persistence.*;
import java.io.Serializable;
import java.util.List;

// An identifier that is a class is copied as a whole, even if it has one attribute alone.
@Entity
@IdClass(Shelf.Key.class)
class Shelf {
    @Id
    Integer number;

    static class Key implements Serializable {
        Integer number;
    }
}

@Entity
@IdClass(Box.Key.class)
class Box {
    @Id
    Long position;

    @Id
    @OneToOne
    Shelf shelf;

    @OneToMany
    List<Crate> crates;

    static class Key implements Serializable {
        Long position;
        Shelf.Key shelf;
    }
}

@Embeddable
class CrateKey implements Serializable {
    @Column(length = 20)
    String code;
}

@Entity
class Crate {
    @EmbeddedId
    CrateKey key;
}

@Entity
@IdClass(Label.Key.class)
class Label {
    @Id
    @ManyToOne
    @JoinColumn(unique = true)
    Crate crate;

    @Id
    @OneToOne
    @JoinColumn(name = "shelf_number", unique = true)
    Shelf shelf;

    static class Key implements Serializable {
        CrateKey crate;
        Shelf.Key shelf;
    }
}

@Entity
class Seal {
    @EmbeddedId
    CrateKey key;

    @MapsId
    @OneToOne
    @JoinColumn(name = "crate_code")
    Crate crate;
}
