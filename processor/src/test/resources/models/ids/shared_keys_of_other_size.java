package model;

import jakarta.persistence.*;
import java.io.Serializable;

// The foreign key that a relation with a value always has can't be of two columns to one.
@Embeddable
class AId implements Serializable {
    Long first;
    Long place;

    @Override
    public boolean equals(Object other) {
        return other instanceof AId;
    }

    @Override
    public int hashCode() {
        return 1;
    }
}

@Entity
class A {
    @EmbeddedId
    AId id;

    @OneToOne(optional = false)
    @PrimaryKeyJoinColumn
    B b;
}

@Entity
class B {
    @Id
    Long id;
}
