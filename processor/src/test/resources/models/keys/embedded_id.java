package shop;

import jakarta.persistence.*;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.*;
import java.util.*;

@Entity
class Dept {
    @Id @GeneratedValue Long id;
}

@Embeddable
class Inner implements Serializable {
    @Column(nullable = true) Short part;
    boolean flag;
    @Column(name = "uid") UUID u;
}

@Embeddable
class Key implements Serializable {
    int number;
    String zip;
    @ManyToOne Dept dept;
    Inner inner;
}

@Entity
class Holder {
    @EmbeddedId @AttributeOverride(name = "inner.part", column = @Column(name = "sss")) Key id;
    String name;
}

@Entity
class Referrer {
    @Id Long id;
    @ManyToOne Holder holder;
    @OneToOne Holder single;
    @ManyToOne(optional = false)
    @JoinColumns({
        @JoinColumn(name = "n", referencedColumnName = "number"),
        @JoinColumn(name = "z", referencedColumnName = "zip"),
        @JoinColumn(name = "d", referencedColumnName = "dept_id"),
        @JoinColumn(name = "s", referencedColumnName = "sss"),
        @JoinColumn(name = "f", referencedColumnName = "flag"),
        @JoinColumn(name = "u", referencedColumnName = "uid")
    })
    Holder stated;
}

@Embeddable
record Coordinates(String zone, @Column(name = "a_b", length = 10) String code, Integer x, BigDecimal amount) {}

@Entity
class Place {
    @EmbeddedId Coordinates at;
    @ManyToOne Place neighbour;
}

enum Kind {A, B}

@Embeddable
class Wide implements Serializable {
    LocalDate heute;
    Instant moment;
    @Enumerated(EnumType.STRING) Kind kind;
    Kind ordinal;
    @Column(length = 3) String shortText;
    @Column(columnDefinition = "varchar(20)") String zdefined;
    Long counted;
    @Column(precision = 5) BigDecimal dec;
    char letter;
    double real;
    LocalTime time;
    UUID uuid;
}

@Entity
class WideHolder {
    @EmbeddedId Wide id;
    @ManyToOne WideHolder parent;
}

@Embeddable
class Plain implements Serializable {
    String b;
    String a;
}

@Entity
class ByOverride {
    @EmbeddedId
    @AttributeOverrides({
        @AttributeOverride(name = "a", column = @Column(name = "first", length = 8)),
        @AttributeOverride(name = "b", column = @Column(name = "zweite", nullable = true))
    })
    Plain id;
}

@Entity
class Sharing {
    @EmbeddedId ProjectKey id;
    @ManyToOne @JoinColumn(name = "dept_id", insertable = false, updatable = false) Dept dept;
    int amount;
}

@Embeddable
class ProjectKey implements Serializable {
    @Column(name = "dept_id") Long deptId;
    @Column(name = "no") int number;
}
