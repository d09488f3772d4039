package model;

import jakarta.persistence.*;
import java.util.List;
import java.util.Set;

// What is derived from quoted names.
@Entity
@Table(name = "`Quoted Table`")
class Q {
    @Id
    @Column(name = "`Quoted Id`")
    Long id;

    @ElementCollection
    Set<String> tags;

    @ManyToMany
    Set<Plain> plains;

    @OneToMany
    List<Plain> list;
}

@Entity
class Plain {
    @Id
    Long id;

    @ManyToOne
    Q q;

    @OneToOne
    Q one;

    @ManyToMany
    Set<Q> qs;
}
