package model;

import jakarta.persistence.*;
import java.util.*;

@Embeddable
class Emb {
    String x;
}

@Entity
class Owner {
    @Id
    Long id;

    @ElementCollection
    @AttributeOverride(name = "key.x", column = @Column(name = "over5"))
    Map<Emb,String> e5;
}
