package model;

import jakarta.persistence.*;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Set;

// The order of the key's columns: a double counts as eight bytes here, a duration as what has no size.
@Entity
class A {
    @Id
    Long id;

    @ElementCollection
    @Column(nullable = false)
    Set<Double> doubles;

    @ElementCollection
    @Column(nullable = false)
    Set<Duration> durations;

    @ElementCollection
    @Column(nullable = false)
    Set<BigDecimal> decimals;

    @ElementCollection
    @Column(nullable = false)
    Set<Float> floats;

    @ElementCollection
    @Column(nullable = false)
    Set<Integer> numbers;
}
