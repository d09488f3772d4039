package model;

import jakarta.persistence.*;
import java.util.List;

@Entity
class Owner {
    @Id
    Long id;

    @OneToMany(mappedBy = "link.owner")
    List<A> all;
}

@Embeddable
class Link {
    @ManyToOne
    Owner owner;

    String note;
}

@Entity
class A {
    @Id
    Long id;

    @Embedded
    Link link;
}
