package model;

import jakarta.persistence.*;
import org.hibernate.annotations.GenericGenerator;

@Entity
@SuppressWarnings({"deprecation", "removal"})
class A {
    @Id
    @GenericGenerator(name = "x", strategy = "assigned")
    @GeneratedValue(generator = "x")
    String id;
}
