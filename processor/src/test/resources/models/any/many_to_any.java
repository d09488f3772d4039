package model;

import jakarta.persistence.*;
import java.util.Set;
import org.hibernate.annotations.AnyDiscriminatorValue;
import org.hibernate.annotations.AnyKeyJavaClass;
import org.hibernate.annotations.ManyToAny;

interface Item {}

@Entity
class Book implements Item {
    @Id
    Long id;
}

@Entity
class Disc implements Item {
    @Id
    Long id;
}

@Entity
class A {
    @Id
    Long id;

    @ManyToAny
    @AnyKeyJavaClass(Long.class)
    @Column(name = "item_type")
    @JoinTable(
            name = "a_items",
            joinColumns = @JoinColumn(name = "a_id"),
            inverseJoinColumns = @JoinColumn(name = "item_id"))
    @AnyDiscriminatorValue(discriminator = "B", entity = Book.class)
    @AnyDiscriminatorValue(discriminator = "D", entity = Disc.class)
    Set<Item> items;
}
