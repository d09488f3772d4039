package model;

import jakarta.persistence.*;
import org.hibernate.annotations.Any;
import org.hibernate.annotations.AnyDiscriminatorValue;
import org.hibernate.annotations.AnyKeyJavaClass;

interface Payment {}

@Entity
class Card implements Payment {
    @Id
    Long id;
}

@Entity
class Cash implements Payment {
    @Id
    Long id;
}

@Entity
class A {
    @Id
    Long id;

    @Any
    @AnyKeyJavaClass(Long.class)
    @JoinColumn(name = "payment_id")
    @Column(name = "payment_type")
    @AnyDiscriminatorValue(discriminator = "CARD", entity = Card.class)
    @AnyDiscriminatorValue(discriminator = "CASH", entity = Cash.class)
    Payment payment;
}
