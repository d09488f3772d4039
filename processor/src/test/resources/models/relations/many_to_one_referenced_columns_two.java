package model;

import jakarta.persistence.*;
import java.io.Serializable;

@Entity
class B implements Serializable {
    @Id
    Long id;

    String area;
    Integer number;
}

@Entity
class A {
    @Id
    Long id;

    @ManyToOne
    @JoinColumns({
        @JoinColumn(name = "b_area", referencedColumnName = "area"),
        @JoinColumn(name = "b_number", referencedColumnName = "number")
    })
    B b;
}
