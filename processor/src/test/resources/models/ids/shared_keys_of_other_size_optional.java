package model;

import jakarta.persistence.*;
import java.io.Serializable;

// Without a foreign key nobody compares the sizes.
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

    @OneToOne
    @PrimaryKeyJoinColumn
    B b;
}

@Entity
class B {
    @Id
    Long id;
}
