package model;

import jakarta.persistence.*;

@Entity
class P {
    @Id
    Long id;
}

@Entity
@Table(name = "q")
class Q extends P {}
