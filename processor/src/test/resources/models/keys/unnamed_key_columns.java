package model;

import jakarta.persistence.*;
import java.io.Serializable;

@Entity
@IdClass(PlaceKey.class)
@Inheritance(strategy = InheritanceType.JOINED)
class Place {
    @Id
    int east;

    @Id
    int north;
}

class PlaceKey implements Serializable {
    int east;
    int north;
}

@Entity
@PrimaryKeyJoinColumn(referencedColumnName = "east")
@PrimaryKeyJoinColumn(referencedColumnName = "north")
class Town extends Place {
    int people;
}
