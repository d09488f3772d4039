package model;

import jakarta.persistence.*;

@Entity
class A {
    @Id
    @TableGenerator(name = "g", table = "idGen", pkColumnName = "genName", valueColumnName = "genValue")
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "g")
    Long id;
}
