package model;

import jakarta.persistence.*;
import org.hibernate.annotations.Any;
import org.hibernate.annotations.AnyDiscriminatorValue;
import org.hibernate.annotations.AnyKeyJavaClass;

interface Item {}

@Entity
class Book implements Item {
    @Id
    Long id;
}

@Embeddable
class Holder {
    @Any
    @AnyKeyJavaClass(Long.class)
    @JoinColumn(name = "item_id")
    @Column(name = "item_type")
    @AnyDiscriminatorValue(discriminator = "B", entity = Book.class)
    Item item;
}

@Entity
class A {
    @Id
    Long id;

    @Embedded
    Holder holder;
}
