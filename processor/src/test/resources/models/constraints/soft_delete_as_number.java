// -Aaccrete.boolean_type=SMALLINT
// hibernate.type.preferred_boolean_jdbc_type=SMALLINT
package model;

import jakarta.persistence.*;
import java.util.Set;
import org.hibernate.annotations.*;

/** Where Booleans are preferred as numbers, the indicator is converted, and is an integer. */
@Entity
@SoftDelete
class Note {
    @Id
    long id;

    boolean pinned;

    @ElementCollection
    @SoftDelete(strategy = SoftDeleteType.ACTIVE)
    Set<String> tags;

    @ManyToMany
    @SoftDelete(converter = YesNo.class)
    Set<Note> related;
}

@Converter
class YesNo implements AttributeConverter<Boolean, Character> {
    @Override
    public Character convertToDatabaseColumn(Boolean value) {
        return value == null ? null : value ? 'Y' : 'N';
    }

    @Override
    public Boolean convertToEntityAttribute(Character value) {
        return value == null ? null : value == 'Y';
    }
}
