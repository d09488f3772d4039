package model;

import jakarta.persistence.*;
import java.io.Serializable;
import java.util.Map;
import java.util.Set;

@Entity
class Target {
    @Id
    Long id;

    @Column(unique = true)
    Integer code;
}

@Entity
class Defined {
    @Id
    @Column(columnDefinition = "integer")
    Long id;
}

@Embeddable
class PairKey implements Serializable {
    Long number;

    @Column(length = 20)
    String name;
}

@Entity
class Pair {
    @EmbeddedId
    PairKey id;
}

/** Hibernate 6 forgets a definition beside which no name stands, but for a key of a map. */
@Entity
class Source {
    @Id
    Long id;

    @ManyToOne
    @JoinColumn(columnDefinition = "integer default 3", nullable = false)
    Target target;

    @ManyToOne
    @JoinColumn(columnDefinition = "bigint")
    Defined defined;

    @ManyToOne
    @JoinColumn(referencedColumnName = "code", columnDefinition = "bigint")
    Target byCode;

    @ManyToOne
    @JoinColumn(name = "named_id", columnDefinition = "integer")
    Target named;

    @ManyToOne
    @JoinColumn(referencedColumnName = "number", columnDefinition = "integer")
    @JoinColumn(referencedColumnName = "name", columnDefinition = "varchar(7)")
    Pair pair;

    @ManyToMany
    @JoinTable(
            joinColumns = @JoinColumn(columnDefinition = "integer"),
            inverseJoinColumns = @JoinColumn(columnDefinition = "smallint"))
    Set<Target> targets;

    @ElementCollection
    @CollectionTable(joinColumns = @JoinColumn(columnDefinition = "integer"))
    Set<String> words;

    @ManyToMany
    @MapKeyJoinColumn(columnDefinition = "integer")
    Map<Target, Defined> byTarget;
}

/** A derived identifier. */
@Entity
class Part {
    @Id
    Long id;

    @MapsId
    @OneToOne
    @JoinColumn(columnDefinition = "integer")
    Target whole;
}
