package model;

import jakarta.persistence.*;
import java.util.List;
import java.util.Set;

@Entity
class Account {
    @Id
    Long id;

    @OneToMany(mappedBy = "source")
    List<Transfer> out;

    @OneToMany(mappedBy = "target")
    Set<Transfer> in;
}

@Entity
class Transfer {
    @Id
    Long id;

    @ManyToOne(optional = false)
    Account source;

    @ManyToOne(optional = false)
    Account target;
}
