package model;

import jakarta.persistence.*;
import java.io.Serializable;

class Key implements Serializable {
    String area;
    Integer number;
}

@Entity
@IdClass(Key.class)
class Parent {
    @Id
    @Column(name = "area_code", length = 10)
    String area;

    @Id
    Integer number;
}

@Entity
class Child {
    @Id
    Long id;

    @ManyToOne
    @JoinColumn(name = "p_area", referencedColumnName = "area_code")
    @JoinColumn(name = "p_number", referencedColumnName = "number")
    Parent parent;
}
