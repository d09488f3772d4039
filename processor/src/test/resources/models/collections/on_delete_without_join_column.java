package model;

import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

@Entity
class A {
    @Id
    Long id;

    @OneToMany
    @OnDelete(action = OnDeleteAction.CASCADE)
    List<B> bs;
}

@Entity
class B {
    @Id
    Long id;
}
