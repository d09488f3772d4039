package model;

import jakarta.persistence.*;
import org.hibernate.annotations.ColumnTransformer;

@Entity
class A {
    @Id
    long id;

    @ColumnTransformer(read = "upper(name)", write = "lower(?)")
    @Column(name = "name")
    String name;
}
