package model;

import jakarta.persistence.*;
import org.hibernate.annotations.GenericGenerator;

@Entity
@SuppressWarnings({"deprecation", "removal"})
class A {
    @Id
    @GeneratedValue(generator = "u")
    @GenericGenerator(name = "u", strategy = "uuid2")
    String id;
}
