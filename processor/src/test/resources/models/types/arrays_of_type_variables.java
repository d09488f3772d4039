package model;

import jakarta.persistence.*;

/** The component of an array is what the class file says, whatever a subclass binds it to. */
@MappedSuperclass
abstract class Series<T, N extends Number, E extends Enum<E>, S extends String> {
    @Id
    int id;

    T[] samples;

    @Lob
    @Column(length = 9)
    T[] large;

    @Column(nullable = false)
    N[] numbers;

    E[] constants;
    S[] texts;
    Object[] anything;
}

@Entity
class Curve extends Series<String, Integer, java.time.DayOfWeek, String> {
    @Embedded
    Points<java.time.LocalDate> points;
}

@Embeddable
class Points<P> {
    P[] others;
    P last;
}
