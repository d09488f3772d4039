package model;

import jakarta.persistence.*;
import java.util.List;

@Entity
@Table(schema = "sales")
class A {
    @Id
    @GeneratedValue
    Long id;

    @ManyToOne
    B b;
}

@Entity
@Table(name = "b_table", schema = "mySchema")
class B {
    @Id
    Long id;

    @OneToMany(mappedBy = "b")
    List<A> as;
}
