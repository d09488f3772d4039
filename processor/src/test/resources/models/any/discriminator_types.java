package model;

import jakarta.persistence.*;
import org.hibernate.annotations.Any;
import org.hibernate.annotations.AnyDiscriminator;
import org.hibernate.annotations.AnyDiscriminatorValue;
import org.hibernate.annotations.AnyKeyJavaClass;

interface Payment {}

@Entity
class Card implements Payment {
    @Id
    Long id;
}

@Entity
class A {
    @Id
    Long id;

    @Any
    @AnyDiscriminator(DiscriminatorType.INTEGER)
    @AnyKeyJavaClass(Integer.class)
    @JoinColumn(name = "p_id")
    @AnyDiscriminatorValue(discriminator = "1", entity = Card.class)
    Payment p;

    @Any(optional = false)
    @AnyDiscriminator(DiscriminatorType.CHAR)
    @AnyKeyJavaClass(String.class)
    @JoinColumn(name = "q_id")
    @Column(name = "q_type")
    @AnyDiscriminatorValue(discriminator = "C", entity = Card.class)
    Payment q;
}
