package shop;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OrderColumn;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A converter that applies by itself does not reach what is a type variable, nor collections of it. */
@MappedSuperclass
abstract class Measured<T extends Number, U> {
    T total;

    U weight;

    @ElementCollection
    Set<T> samples;

    @ElementCollection
    @OrderColumn
    List<U> weights;

    @ElementCollection
    Map<Long, U> byDay;

    @ElementCollection
    Map<String, Long> byName;
}

@Entity
class Parcel extends Measured<Integer, Long> {
    @Id
    String code;

    Long height;
}

@Converter(autoApply = true)
class LongConverter implements AttributeConverter<Long, String> {
    public String convertToDatabaseColumn(Long value) {
        return "" + value;
    }

    public Long convertToEntityAttribute(String text) {
        return Long.valueOf(text);
    }
}
