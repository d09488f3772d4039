package histories;

import jakarta.persistence.*;
import java.time.*;
import org.hibernate.annotations.*;

@Entity
@Audited
class Logged {
    @Id
    int id;

    @Version
    Long version;

    @CreationTimestamp
    Instant at;

    @UpdateTimestamp
    LocalDateTime changed;

    @CurrentTimestamp
    Instant now;

    @Generated
    Integer g;

    @TimeZoneStorage(TimeZoneStorageType.COLUMN)
    OffsetDateTime zoned;

    @Basic(optional = false)
    String required;

    @NaturalId
    String natural1;
}

@Entity
@org.hibernate.annotations.Temporal
class Kept {
    @Id
    int id;

    @Version
    Long version;

    @CreationTimestamp
    Instant at;

    @UpdateTimestamp
    LocalDateTime changed;

    @CurrentTimestamp
    Instant now;

    @Generated
    Integer g;

    @TimeZoneStorage(TimeZoneStorageType.COLUMN)
    OffsetDateTime zoned;

    @Basic(optional = false)
    String required;

    @NaturalId
    String natural1;
}

@Entity
@Inheritance
@DiscriminatorColumn(name = "kind", length = 5)
@org.hibernate.annotations.Temporal
class Root {
    @Id
    int id;

    @ManyToOne(optional = false)
    Kept kept;
}

@Entity
@DiscriminatorValue("a")
class Leaf extends Root {
    @CreationTimestamp
    Instant at;

    int n;

    @ManyToOne(optional = false)
    Kept other;

    @OneToOne(optional = false)
    Kept one;
}

@Entity
@org.hibernate.annotations.Temporal
class Mapped {
    @Id
    int id;

    @MapsId
    @OneToOne
    Kept one;
}

@Entity
@Audited
class Mapped2 {
    @Id
    int id;

    @MapsId
    @OneToOne
    Kept one;
}

@Entity
@Audited
class Many {
    @Id
    @ManyToOne
    Kept k;

    @Id
    int n;
}

@Entity
@org.hibernate.annotations.Temporal
class Many2 {
    @Id
    @ManyToOne
    Kept k;

    @Id
    int n;
}
