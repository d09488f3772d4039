package model;

import jakarta.persistence.*;
import org.hibernate.annotations.Struct;

// The order of a composite type is stated in names of columns, those of classes inline among them.
@Embeddable
class Size {
    int width;
    int height;
}

@Embeddable
@Struct(
        name = "parcel_t",
        attributes = {"weight", "label", "height", "width"})
class Parcel {
    @Column(name = "label")
    String text;

    Size size;
    long weight;
}

@Entity
class Van {
    @Id
    Long id;

    Parcel parcel;
}
