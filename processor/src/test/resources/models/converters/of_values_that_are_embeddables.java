package model;

import jakarta.persistence.*;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

@Converter
class Days implements AttributeConverter<LocalDate, Long> {
    @Override
    public Long convertToDatabaseColumn(LocalDate date) {
        return date == null ? null : date.toEpochDay();
    }

    @Override
    public LocalDate convertToEntityAttribute(Long days) {
        return days == null ? null : LocalDate.ofEpochDay(days);
    }
}

@Embeddable
class Span {
    LocalDate since;
    LocalDate until;
}

@Embeddable
class Stay {
    LocalDate visit;

    @Embedded
    Span span;
}

@Embeddable
class Booked {
    LocalDate first;
    LocalDate last;
}

// What stands on a class does not reach into collections.
@MappedSuperclass
abstract class House {
    @Id
    Long id;

    @ElementCollection
    List<LocalDate> closed;

    @ElementCollection
    List<Stay> stays;

    @ElementCollection
    Map<Integer, Stay> numbered;

    @ElementCollection
    Map<LocalDate, String> notes;
}

@Entity
@Convert(attributeName = "closed", converter = Days.class)
@Convert(attributeName = "stays.visit", converter = Days.class)
@Convert(attributeName = "numbered.value.visit", converter = Days.class)
@Convert(attributeName = "notes.key", converter = Days.class)
class Hotel extends House {}

@Entity
class Inn {
    @Id
    Long id;

    @ElementCollection
    @Convert(attributeName = "visit", converter = Days.class)
    @Convert(attributeName = "span.since", converter = Days.class)
    List<Stay> plain;

    @ElementCollection
    @Convert(attributeName = "value.visit", converter = Days.class)
    @Convert(attributeName = "value.span.until", converter = Days.class)
    Set<Stay> prefixed;

    // Hibernate asks for the attributes of a key as if they were those of the value.
    @ElementCollection
    @Convert(attributeName = "key.first", converter = Days.class)
    @Convert(attributeName = "value.last", converter = Days.class)
    @Convert(attributeName = "value.visit", converter = Days.class)
    Map<Booked, Stay> byKey;

    @ManyToMany
    @Convert(attributeName = "key.last", converter = Days.class)
    Map<Booked, Hotel> others;
}
