package model;

import jakarta.persistence.*;

@Entity
class A {
    @Id
    @Column(nullable = true, unique = true)
    Long id;
}
