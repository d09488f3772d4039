package model;

import jakarta.persistence.*;
import org.hibernate.annotations.SoftDelete;

// What Hibernate writes into the checks is where its arrays were in memory.
class Letters implements AttributeConverter<Boolean, char[]> {
    public char[] convertToDatabaseColumn(Boolean value) {
        return value == null ? null : value ? new char[] {'j'} : new char[] {'n'};
    }

    public Boolean convertToEntityAttribute(char[] letters) {
        return letters == null ? null : letters[0] == 'j';
    }
}

@Entity
@SoftDelete(converter = Letters.class)
class Member {
    @Id
    Long id;

    @Convert(converter = Letters.class)
    Boolean paid;
}
