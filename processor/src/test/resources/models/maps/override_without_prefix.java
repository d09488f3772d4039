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
    @AttributeOverride(name = "x", column = @Column(name = "over5"))
    Map<String,Emb> e5;
}
