package model;

import jakarta.persistence.*;
import java.time.LocalDate;

@MappedSuperclass
abstract class Range<T> {
    T low;
    T high;
}

@Embeddable
class DateRange extends Range<LocalDate> {}

@Embeddable
class IntRange extends Range<Integer> {
    boolean closed;
}

@Entity
class A {
    @Id
    Long id;

    @Embedded
    DateRange period;
}

@Entity
class B {
    @Id
    Long id;

    @Embedded
    IntRange range;
}
