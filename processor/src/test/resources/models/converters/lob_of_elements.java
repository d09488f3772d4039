package shop;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;

/** An array of converted values is an array, though one of bytes would be a large object. */
@Entity
class Album {
    @Id
    Long id;

    @Lob
    @Convert(converter = Sizes.class)
    Size[] sizes;
}

class Size {}

class Sizes implements AttributeConverter<Size, Byte> {
    @Override
    public Byte convertToDatabaseColumn(Size size) {
        return 1;
    }

    @Override
    public Size convertToEntityAttribute(Byte number) {
        return new Size();
    }
}
