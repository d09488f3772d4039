package model;

import jakarta.persistence.*;
import org.hibernate.annotations.Struct;

@Embeddable
@Struct(name = "part_type")
class Part {
    String name;
    int n;
}

@Entity
class A {
    @Id
    Long id;

    Part part;
}
