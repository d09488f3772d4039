package model;

import jakarta.persistence.*;
import org.hibernate.annotations.Any;
import org.hibernate.annotations.AnyDiscriminator;
import org.hibernate.annotations.AnyDiscriminatorValue;
import org.hibernate.annotations.AnyKeyJavaClass;

// Neither converters nor values of enums count where the class of the key is stated, nor for the type's column.
enum Berth {
    NORTH((byte) 3),
    SOUTH((byte) 7);

    @EnumeratedValue
    final byte number;

    Berth(byte number) {
        this.number = number;
    }
}

enum Dock {
    DRY,
    WET
}

@Converter(autoApply = true)
class DockConverter implements AttributeConverter<Dock, String> {
    public String convertToDatabaseColumn(Dock dock) {
        return dock == null ? null : dock.name();
    }

    public Dock convertToEntityAttribute(String name) {
        return name == null ? null : Dock.valueOf(name);
    }
}

@Converter(autoApply = true)
class LengthConverter implements AttributeConverter<String, Integer> {
    public Integer convertToDatabaseColumn(String text) {
        return text == null ? null : text.length();
    }

    public String convertToEntityAttribute(Integer length) {
        return null;
    }
}

@Entity
class Ferry {
    @Id
    @Enumerated
    Berth berth;
}

@Entity
class Tug {
    @Id
    @Enumerated
    Dock dock;
}

@Entity
class Pilot {
    @Id
    Long id;

    @Any
    @AnyDiscriminator(DiscriminatorType.STRING)
    @AnyDiscriminatorValue(discriminator = "f", entity = Ferry.class)
    @AnyKeyJavaClass(Berth.class)
    @Column(name = "at_berth_type")
    @JoinColumn(name = "at_berth")
    Object atBerth;

    @Any
    @AnyDiscriminator(DiscriminatorType.STRING)
    @AnyDiscriminatorValue(discriminator = "t", entity = Tug.class)
    @AnyKeyJavaClass(Dock.class)
    @Column(name = "at_dock_type")
    @JoinColumn(name = "at_dock")
    Object atDock;

    String name;
}
