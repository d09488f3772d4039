package model;

import jakarta.persistence.*;
import org.hibernate.annotations.DiscriminatorOptions;

/** An attribute of a class may write its discriminator, but not two. */
@Entity
@Inheritance
@DiscriminatorColumn(name = "kind")
@DiscriminatorOptions(insert = false)
class Animal {
    @Id
    Long id;

    @Column(name = "kind", insertable = false, updatable = false)
    String read;

    @Column(name = "kind")
    String kind;

    @Column(name = "kind")
    String again;
}

@Entity
class Bird extends Animal {}
