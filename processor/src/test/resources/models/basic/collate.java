package model;

import jakarta.persistence.*;
import org.hibernate.annotations.Collate;

@Entity
class A {
    @Id
    long id;

    @Collate("C")
    String a;
}
