package model;

import jakarta.persistence.*;
import org.hibernate.annotations.PropertyRef;
import org.hibernate.type.YesNoConverter;

record Code(String text) {}

@Converter(autoApply = true)
class CodeConverter implements AttributeConverter<Code, String> {
    @Override
    public String convertToDatabaseColumn(Code code) {
        return code == null ? null : code.text();
    }

    @Override
    public Code convertToEntityAttribute(String text) {
        return text == null ? null : new Code(text);
    }
}

// The column has the type of what the converter makes, in its default size.
@Entity
class Country {
    @Id
    Long id;

    @Column(unique = true, length = 2)
    Code code;

    @Column(unique = true)
    @Convert(converter = YesNoConverter.class)
    Boolean ours;
}

@Entity
class City {
    @Id
    Long id;

    @ManyToOne
    @PropertyRef("code")
    Country country;

    @ManyToOne
    @JoinColumn(name = "other")
    @PropertyRef("code")
    Country other;

    @OneToOne
    @PropertyRef("ours")
    Country own;
}
