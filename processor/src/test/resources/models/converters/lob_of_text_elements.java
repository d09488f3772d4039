package shop;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import java.util.List;

/** Texts that elements are converted to are large objects each. */
@Entity
class Folder {
    @Id
    Long id;

    @Lob
    @Convert(converter = Sheets.class)
    List<Sheet> sheets;

    @Convert(converter = Sheets.class)
    List<Sheet> small;
}

class Sheet {}

class Sheets implements AttributeConverter<Sheet, String> {
    @Override
    public String convertToDatabaseColumn(Sheet sheet) {
        return "";
    }

    @Override
    public Sheet convertToEntityAttribute(String text) {
        return new Sheet();
    }
}
