// -Aaccrete.boolean_type=CHAR
// hibernate.type.preferred_boolean_jdbc_type=CHAR
package model;

import jakarta.persistence.*;
import java.util.Set;
import org.hibernate.annotations.*;

/** Where Booleans are preferred as text, the indicator is converted, too. */
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
