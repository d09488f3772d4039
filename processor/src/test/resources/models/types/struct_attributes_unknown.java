package model;

import jakarta.persistence.*;
import org.hibernate.annotations.Struct;

// An attribute's name is none of a column's.
@Embeddable
@Struct(
        name = "parcel_t",
        attributes = {"weight", "text"})
class Parcel {
    @Column(name = "label")
    String text;

    long weight;
}

@Entity
class Van {
    @Id
    Long id;

    Parcel parcel;
}
