package model;

import jakarta.persistence.*;

@Entity
class A {
    @Id
    @SequenceGenerator(name = "g", sequenceName = "`Order Numbers`")
    @GeneratedValue(generator = "g")
    Long id;
}
