package model;

import jakarta.persistence.*;
import java.util.List;
import java.util.Set;

@Entity
class Other {
    @Id
    Long id;
}

@Entity
@Table(name = "pt")
class P {
    @Id
    Long id;
}

@Entity
class Q extends P {
    @ManyToMany
    Set<Other> others;

    @OneToMany
    List<Other> list;

    @ElementCollection
    List<String> strings;
}
