package model;

import jakarta.persistence.*;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/** Columns that refer to a derived identifier with named join columns have the default length. */
@Embeddable
class SiteKey implements Serializable {
    @Column(length = 7)
    String code;

    @Column(precision = 7, scale = 3)
    BigDecimal area;
}

@Entity
class Site {
    @EmbeddedId
    SiteKey key;
}

@Entity
@IdClass(ShiftKey.class)
class Shift {
    @Id
    @ManyToOne
    @JoinColumns({
        @JoinColumn(name = "site_code", referencedColumnName = "code"),
        @JoinColumn(name = "site_area", referencedColumnName = "area")
    })
    Site site;

    @Id
    int nr;

    @ManyToOne
    Shift previous;

    @ElementCollection
    Set<String> notes;

    @ManyToMany
    @JoinTable(name = "clashes")
    List<Shift> clashes;
}

class ShiftKey implements Serializable {
    SiteKey site;
    int nr;
}

@Entity
class Audit {
    @EmbeddedId
    AuditKey id;

    @MapsId("site")
    @ManyToOne
    @JoinColumns({
        @JoinColumn(name = "site_code", referencedColumnName = "code"),
        @JoinColumn(name = "site_area", referencedColumnName = "area")
    })
    Site audited;

    @ManyToOne
    Audit before;
}

@Embeddable
class AuditKey implements Serializable {
    SiteKey site;
    int nr;
}

@Entity
@IdClass(BreakKey.class)
class Break {
    @Id
    @ManyToOne
    Shift shift;

    @Id
    int part;

    @ManyToOne
    Break earlier;
}

class BreakKey implements Serializable {
    ShiftKey shift;
    int part;
}
