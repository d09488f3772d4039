package model;

import jakarta.persistence.*;

// GenerationType.TABLE without a generator.
@Entity
class A {
    @Id
    @GeneratedValue(strategy = GenerationType.TABLE)
    Long id;
}

@Entity
class B {
    @Id
    @GeneratedValue(strategy = GenerationType.TABLE)
    Integer id;
}
