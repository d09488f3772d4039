package model;

import jakarta.persistence.*;

@Entity
class City {
    @Id
    Long id;

    String code;
}

@Entity
class Flight {
    @Id
    Long id;

    @ManyToOne
    @JoinColumn(name = "one", referencedColumnName = "code")
    @JoinColumn(name = "other", referencedColumnName = "code")
    City city;
}
