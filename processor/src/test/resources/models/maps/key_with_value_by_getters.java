package model;

import jakarta.persistence.*;
import java.util.Map;

// What the key of a map embeds is read by getters, whatever the access type of the entity is, unless it states its own.
@Entity
class Route {
    @Id
    Long id;

    @ElementCollection
    Map<Stop, String> stops;
}

@Embeddable
class Stop {
    String name;
    Zip zip;
    Hour hour;
}

@Embeddable
class Zip {
    @Column(name = "stored_code")
    private String code;

    @Column(name = "shown_code")
    String getCode() {
        return code;
    }

    void setCode(String value) {
        code = value;
    }
}

@Embeddable
@Access(AccessType.FIELD)
class Hour {
    int number;
}
