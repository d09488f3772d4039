package model;

import jakarta.persistence.*;

@Entity
class A {
    @Id
    Long id;

    @Column(table = "nowhere")
    String text;
}
