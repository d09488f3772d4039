package model;

import jakarta.persistence.*;

// An empty name counts as none.
@Entity(name = "")
@Table(name = "")
class A {
    @Id
    @Column(name = "")
    Long id;

    @ManyToOne
    @JoinColumn(name = "")
    A a;
}
