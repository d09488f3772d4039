package model;

import jakarta.persistence.*;
import java.util.*;

@Entity
@SecondaryTable(name = "sec")
class A {
    @Id
    Long id;

    @Column(table = "sec")
    String x;

    @ElementCollection
    Set<String> tags;

    @OneToMany
    @JoinColumn(name = "fk", table = "sec")
    List<A> kids;
}
