package model;

import jakarta.persistence.*;
import org.hibernate.annotations.Comment;

@Entity
@Table(comment = "all the things")
class A {
    @Id
    Long id;

    @Column(comment = "its name")
    String a;

    @Comment("a number")
    int b;

    @ManyToOne
    @JoinColumn(comment = "up")
    A parent;
}

@Entity
@Comment("by annotation")
class B {
    @Id
    @Comment("the key")
    Long id;
}
