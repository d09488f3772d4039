package model;

import jakarta.persistence.*;
import java.io.Serializable;

@Embeddable
class Country implements Serializable {
    String iso;
}

@Embeddable
class CityKey implements Serializable {
    Country country;
    String name;
}

@Entity
class City {
    @EmbeddedId
    CityKey key;

    int inhabitants;
}
