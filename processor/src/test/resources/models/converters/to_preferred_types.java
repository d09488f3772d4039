// -Aaccrete.boolean_type=CHAR
// hibernate.type.preferred_boolean_jdbc_type=CHAR
// -Aaccrete.uuid_type=CHAR
// hibernate.type.preferred_uuid_jdbc_type=CHAR
package model;

import jakarta.persistence.*;
import java.util.List;
import java.util.UUID;

record Valve(int number) {}

@Converter(autoApply = true)
class ValveConverter implements AttributeConverter<Valve, Boolean> {
    public Boolean convertToDatabaseColumn(Valve valve) {
        return null;
    }

    public Valve convertToEntityAttribute(Boolean open) {
        return null;
    }
}

record Tag(String text) {}

@Converter(autoApply = true)
class TagConverter implements AttributeConverter<Tag, UUID> {
    public UUID convertToDatabaseColumn(Tag tag) {
        return null;
    }

    public Tag convertToEntityAttribute(UUID id) {
        return null;
    }
}

// The class that is converted has no check, and says how long the elements of an array are.
@Entity
class Tank {
    @Id
    Long id;

    Valve valve;

    @ElementCollection
    List<Valve> others;

    Tag tag;

    @Convert(converter = TagConverter.class)
    List<Tag> tags;

    Boolean open;
    UUID code;
}
