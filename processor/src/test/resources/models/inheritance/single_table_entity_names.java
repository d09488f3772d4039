package model;

import jakarta.persistence.*;

@Entity(name = "Root")
@Table(name = "roots")
class P {
    @Id
    Long id;
}

@Entity(name = "Leaf")
class Q extends P {}
