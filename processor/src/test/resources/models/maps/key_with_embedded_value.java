package model;

import jakarta.persistence.*;
import java.util.*;

@Embeddable
class Place {
    String city;

    @Embedded
    Zip zip;
}

@Embeddable
class Zip {
    String code;
    String extension;
}

@Entity
class Route {
    @Id
    Long id;

    @ElementCollection
    Map<Place, String> stops;
}
