package model;

import jakarta.persistence.*;
import org.hibernate.annotations.Parent;

@Embeddable
class Part {
    @Parent
    A owner;

    @Transient
    String nothing;

    transient int no;
    static int neither;
    String code;

    public A getOwner() {
        return owner;
    }

    public void setOwner(A a) {
        owner = a;
    }
}

@Entity
class A {
    @Id
    Long id;

    @Embedded
    Part part;
}
