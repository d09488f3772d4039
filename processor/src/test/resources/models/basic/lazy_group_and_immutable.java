package model;

import jakarta.persistence.*;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.LazyGroup;

@Entity
@Immutable
class A {
    @Id
    long id;

    @LazyGroup("x")
    @Basic(fetch = FetchType.LAZY)
    String a;

    @Immutable
    String b;
}
