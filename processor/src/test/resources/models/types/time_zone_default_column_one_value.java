// -Aaccrete.timezone_storage=column
// hibernate.timezone.default_storage=COLUMN
package model;

import jakarta.persistence.*;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;

record Shift(String name) {}

@Converter(autoApply = true)
class ShiftConverter implements AttributeConverter<Shift, OffsetDateTime> {
    public OffsetDateTime convertToDatabaseColumn(Shift shift) {
        return null;
    }

    public Shift convertToEntityAttribute(OffsetDateTime time) {
        return null;
    }
}

@MappedSuperclass
abstract class Timed<T> {
    @Id
    Long id;

    T at;
}

// No second column for the offset: arrays, what is converted, and type variables.
@Entity
class Roster extends Timed<ZonedDateTime> {
    OffsetDateTime apart;
    List<OffsetDateTime> starts;
    OffsetTime[] breaks;
    Shift shift;

    @ElementCollection
    Set<Shift> shifts;
}
