package model;

import jakarta.persistence.*;
import java.io.Serializable;

@Entity
@IdClass(PlaceKey.class)
@SecondaryTable(
        name = "place_notes",
        pkJoinColumns = {
            @PrimaryKeyJoinColumn(referencedColumnName = "east"),
            @PrimaryKeyJoinColumn(name = "at_north", referencedColumnName = "north")
        })
class Place {
    @Id
    int east;

    @Id
    int north;

    @Column(table = "place_notes")
    String note;

    @OneToOne
    @JoinTable(
            name = "place_sign",
            joinColumns = {
                @JoinColumn(name = "sign_north", referencedColumnName = "north"),
                @JoinColumn(referencedColumnName = "east")
            })
    Sign sign;
}

class PlaceKey implements Serializable {
    int east;
    int north;
}

@Entity
class Sign {
    @Id
    Long id;
}
