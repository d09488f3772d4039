package model;

import jakarta.persistence.*;
import java.util.Set;

@Entity
class Person {
    @Id
    Long id;

    @Convert(converter = NameConverter.class)
    Name name;

    @Column(length = 40)
    @Convert(converter = NameConverter.class)
    Name nick;

    Name stored;

    Contact contact;

    @ElementCollection
    Set<Contact> contacts;
}

@Embeddable
class Contact {
    @Column(name = "contact_name")
    @Convert(converter = NameConverter.class)
    Name name;

    int phone;
}

@Embeddable
class Name {
    @Column(name = "first_name")
    String first;

    @Column(name = "last_name")
    String last;
}

@Converter
class NameConverter implements AttributeConverter<Name, String> {
    @Override
    public String convertToDatabaseColumn(Name name) {
        return name == null ? null : name.first + " " + name.last;
    }

    @Override
    public Name convertToEntityAttribute(String text) {
        return null;
    }
}
