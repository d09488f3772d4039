package model;

import jakarta.persistence.*;
import org.hibernate.annotations.Struct;

@Embeddable
@Struct(
        name = "pt",
        attributes = {"y1", "x1"})
record Pt(double x1, double y1) {}

@Entity
class A {
    @Id
    Long id;

    @Column(name = "place")
    Pt pt;
}
