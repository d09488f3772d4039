package model;

import jakarta.persistence.*;
import org.hibernate.annotations.Any;
import org.hibernate.annotations.AnyDiscriminatorImplicitValues;
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
    @AnyKeyJavaClass(Long.class)
    @JoinColumn(name = "thing_id")
    @AnyDiscriminatorImplicitValues
    Payment thing;
}
