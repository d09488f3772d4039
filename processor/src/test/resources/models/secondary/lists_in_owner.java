package model;

import jakarta.persistence.*;
import java.util.Set;

@Entity
@SecondaryTable(name = "sec")
class A {
    @Id
    Long id;

    @Column(table = "sec", unique = true)
    String code;

    @ElementCollection
    Set<String> tags;

    @Version
    @Column(name = "ver")
    int v;
}
