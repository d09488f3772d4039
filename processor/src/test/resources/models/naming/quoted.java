package model;

import jakarta.persistence.*;
import java.util.Set;

@Entity
@Table(name = "`Mixed Case`")
class A {
    @Id
    @Column(name = "\"Id\"")
    Long id;

    @Column(name = "`Some Name`")
    String a;

    @Column(name = "[bracket]")
    String b;

    @ElementCollection
    @CollectionTable(name = "`A Tags`")
    Set<String> tags;
}
