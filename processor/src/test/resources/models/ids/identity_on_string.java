package model;

import jakarta.persistence.*;

@Entity
class A {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    String id;
}
