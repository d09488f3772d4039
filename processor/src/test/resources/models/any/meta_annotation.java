package model;

import jakarta.persistence.*;
import org.hibernate.annotations.Any;
import org.hibernate.annotations.AnyDiscriminator;
import org.hibernate.annotations.AnyDiscriminatorValue;
import org.hibernate.annotations.AnyKeyJavaClass;

// The values stand on an annotation of the application's own.
interface Item {}

@Entity
class Book implements Item {
    @Id
    Long id;
}

@java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
@AnyDiscriminator(DiscriminatorType.STRING)
@AnyKeyJavaClass(Long.class)
@AnyDiscriminatorValue(discriminator = "B", entity = Book.class)
@interface AnyItem {}

@Entity
class A {
    @Id
    Long id;

    @Any
    @AnyItem
    @JoinColumn(name = "item_id")
    @Column(name = "item_type", length = 10)
    Item item;
}
