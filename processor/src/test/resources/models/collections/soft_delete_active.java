package model;

import jakarta.persistence.*;
import java.util.Set;
import org.hibernate.annotations.SoftDelete;
import org.hibernate.annotations.SoftDeleteType;
import org.hibernate.type.NumericBooleanConverter;
import org.hibernate.type.TrueFalseConverter;
import org.hibernate.type.YesNoConverter;

/** A column that says of rows that they are there has the values in the other order. */
@Entity
@SoftDelete(strategy = SoftDeleteType.ACTIVE, converter = TrueFalseConverter.class)
class Ticket {
    @Id
    int id;

    @ElementCollection
    @SoftDelete(strategy = SoftDeleteType.ACTIVE, converter = YesNoConverter.class)
    Set<String> labels;

    @ElementCollection
    @SoftDelete(converter = NumericBooleanConverter.class)
    Set<String> votes;

    @ManyToMany
    @SoftDelete(strategy = SoftDeleteType.ACTIVE, converter = Alive.class)
    Set<Ticket> related;
}

@Converter
class Alive implements AttributeConverter<Boolean, String> {
    @Override
    public String convertToDatabaseColumn(Boolean value) {
        return value != null && value ? "live" : "dead";
    }

    @Override
    public Boolean convertToEntityAttribute(String value) {
        return "live".equals(value);
    }
}
