package model;

import jakarta.persistence.*;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

// Numbers of all precisions, units, big values.
@Embeddable
class Measure {
    @Column(precision = 30, scale = 15)
    BigDecimal amount;

    double uncertainty;

    @Column(length = 10)
    String unit;
}

@Entity
class Experiment {
    @Id
    @GeneratedValue
    BigInteger id;

    @Embedded
    @AttributeOverride(name = "unit", column = @Column(name = "m_unit", columnDefinition = "varchar(5)"))
    Measure mass;

    @ElementCollection
    Map<String, Measure> parameters;

    float[] samples;
    byte[] raw;
    Duration took;
    Instant started;

    @Column(secondPrecision = 3)
    Instant ended;

    @ManyToMany
    List<Scientist> team;

    Short runs;
    Byte grade;
    Character mark;

    @Column(precision = 10)
    Double ratio;
}

@Entity
class Scientist {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "sci")
    @SequenceGenerator(name = "sci", allocationSize = 1, initialValue = 1000)
    Integer id;

    Locale language;
    ZoneId zone;
    Currency salaryIn;
    Class<?> field;
    java.net.URL home;

    @OneToMany(mappedBy = "lead")
    Set<Laboratory> labs;
}

@Entity
class Laboratory {
    @Id
    @TableGenerator(name = "labs", table = "generators", pkColumnValue = "lab", allocationSize = 1)
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "labs")
    Long id;

    @ManyToOne
    Scientist lead;

    @OneToOne
    Laboratory annex;
}
