package model;

import jakarta.persistence.*;

@Converter
class UpperCase implements AttributeConverter<String, Integer> {
    public Integer convertToDatabaseColumn(String s) {
        return 1;
    }

    public String convertToEntityAttribute(Integer i) {
        return "";
    }
}

@Embeddable
class Part {
    @Convert(converter = UpperCase.class)
    String code;

    String plain;
}

@Entity
class A {
    @Id
    Long id;

    @Embedded
    Part part;
}

@Entity
class B {
    @Id
    Long id;

    @Embedded
    @Convert(attributeName = "plain", converter = UpperCase.class)
    Part part;
}
