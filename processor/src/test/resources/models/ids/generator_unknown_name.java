package model;

import jakarta.persistence.*;

@Entity
class A {
    @Id
    @GeneratedValue(generator = "nowhere")
    Long id;
}

@Entity
class B {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "seqB")
    Long id;
}
