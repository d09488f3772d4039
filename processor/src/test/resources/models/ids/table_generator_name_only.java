package model;

import jakarta.persistence.*;

@Entity
class A {
    @Id
    @TableGenerator(name = "ids")
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "ids")
    Long id;
}
