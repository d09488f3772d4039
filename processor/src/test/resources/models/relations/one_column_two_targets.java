package model;

import jakarta.persistence.*;
import java.util.List;

@Entity
class Flat {
    @Id
    Long id;

    @OneToMany
    @JoinColumn(name = "listing_id")
    List<Photo> photos;
}

@Entity
class House {
    @Id
    Long id;

    @OneToMany
    @JoinColumn(name = "listing_id")
    List<Photo> photos;
}

@Entity
class Photo {
    @Id
    Long id;
}
