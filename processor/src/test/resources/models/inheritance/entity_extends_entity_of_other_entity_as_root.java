package model;

import jakarta.persistence.*;
import java.util.List;

@Entity
class Root {
    @Id
    Long id;

    @OneToMany(mappedBy = "root")
    List<Leaf> leaves;
}

@Entity
class Leaf extends Root {
    @ManyToOne
    Root root;
}
