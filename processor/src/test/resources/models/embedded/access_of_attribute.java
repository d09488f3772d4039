package model;

import jakarta.persistence.*;

// An embeddable without an access type of its own has that of the attribute.
@Entity
class Parcel {
    @Id
    Long id;

    @Transient
    Size inner;

    @Embedded
    @Access(AccessType.PROPERTY)
    Size getInner() {
        return inner;
    }

    void setInner(Size value) {
        inner = value;
    }
}

@Embeddable
class Size {
    @Column(name = "stored_width")
    int width;

    @Column(name = "shown_width")
    int getShown() {
        return width;
    }

    void setShown(int value) {
        width = value;
    }
}
