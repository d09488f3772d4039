package model;

import jakarta.persistence.*;
import java.util.List;

// Where an embeddable inside another says nothing, it has the access type of the entity or of the collection.
@Entity
class Parcel {
    @Id
    Long id;

    Label label;

    @ElementCollection
    List<Label> copies;
}

@Embeddable
@Access(AccessType.PROPERTY)
class Label {
    private String text;
    private Place place;

    String getText() {
        return text;
    }

    void setText(String value) {
        text = value;
    }

    Place getPlace() {
        return place;
    }

    void setPlace(Place value) {
        place = value;
    }
}

@Embeddable
class Place {
    @Column(name = "stored_city")
    private String city;

    @Column(name = "shown_city")
    String getCity() {
        return city;
    }

    void setCity(String value) {
        city = value;
    }
}
