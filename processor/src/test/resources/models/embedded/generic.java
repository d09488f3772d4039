package model;

import jakarta.persistence.*;
import java.time.LocalDate;

@Embeddable
class Range<T> {
    T low;
    T high;
}

@MappedSuperclass
abstract class Base<T> {
    @Id
    Long id;

    T value1;
}

@Entity
class A extends Base<LocalDate> {
    String name;
}
