package model;

import jakarta.persistence.*;

@Entity
@DiscriminatorColumn(name = "kind")
class Paper {
    @Id
    Long id;
}

@Entity
class Map extends Paper {
    String kind;
}
