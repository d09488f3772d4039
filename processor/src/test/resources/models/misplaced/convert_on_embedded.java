package model;

import jakarta.persistence.*;

@Entity
class Person {
    @Id
    Long id;

    @Embedded
    @Convert(converter = NameConverter.class)
    Name name;
}

@Embeddable
class Name {
    String first;

    String last;
}

class NameConverter implements AttributeConverter<Name, String> {
    @Override
    public String convertToDatabaseColumn(Name name) {
        return name.first + " " + name.last;
    }

    @Override
    public Name convertToEntityAttribute(String text) {
        return null;
    }
}
