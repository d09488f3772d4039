package model;

import jakarta.persistence.*;
import org.hibernate.annotations.Any;
import org.hibernate.annotations.AnyKeyJavaClass;

interface I {
}

@Entity
class A {
    @Id
    Long id;

    @Any
    @AnyKeyJavaClass(Long.class)
    @JoinColumn
    I one;
}

@Entity
class B implements I {
    @Id
    Long id;
}
