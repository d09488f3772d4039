package model;

import jakarta.persistence.*;
import java.util.List;
import java.util.Map;
import java.util.Set;

// A targetEntity that is none of what the attribute is declared to hold: Hibernate 7.4 does not start.
interface Marker {}

@Entity
class Marked implements Marker {
    @Id
    Long id;
}

@Entity
class Plain {
    @Id
    Long id;

    @ManyToOne(targetEntity = Marked.class)
    Marker allowed;

    @ManyToOne(targetEntity = Marked.class)
    Object any;

    @ManyToOne(targetEntity = Plain.class)
    Marker one;

    @OneToMany(targetEntity = Plain.class)
    @JoinTable(name = "many")
    List<Marker> many;

    @ManyToMany(targetEntity = Plain.class)
    @JoinTable(name = "mapped")
    Map<String, ? extends Marker> mapped;

    @ManyToMany(targetEntity = Marked.class)
    @JoinTable(name = "allowed")
    Set<? extends Marker> allowedOnes;
}
