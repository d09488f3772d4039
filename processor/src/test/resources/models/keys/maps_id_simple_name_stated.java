package shop;

import jakarta.persistence.*;

@Entity
class Person {
    @Id @GeneratedValue Long id;
}

@Entity
class Stated {
    @Id @Column(name = "own") Long id;
    @MapsId("id") @OneToOne @JoinColumn(name = "personId") Person person;
}
