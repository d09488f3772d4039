package model;

import jakarta.persistence.*;

@Entity
class A {
    @Id
    @TableGenerator(name = "a", table = "ids", pkColumnValue = "A")
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "a")
    Long id;
}

@Entity
class B {
    @Id
    @TableGenerator(name = "b", table = "ids", pkColumnValue = "B", initialValue = 50)
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "b")
    Long id;
}
