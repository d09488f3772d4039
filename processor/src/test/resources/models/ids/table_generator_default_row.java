package model;

import jakarta.persistence.*;

@Entity
@Table(name = "orders")
class A {
    @Id
    @TableGenerator(name = "a", table = "ids")
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "a")
    Long id;
}

@Entity
class B {
    @Id
    @TableGenerator(name = "b", table = "ids")
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "b")
    Long id;
}
