package model;

import jakarta.persistence.*;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

@Entity
class Recipe {
    @Id
    Long id;

    List<String> steps;

    ArrayList<String> notes;

    List<Integer> minutes;

    List<Short> grams;

    Range<Integer> hours;

    Range<Short> days;

    Range<Number> weights;

    Steps own;

    Supplier<String> supplied;

    Constant<String> constant;
}

class Range<T> implements java.io.Serializable {
    T low;
}

class Steps extends ArrayList<String> {}

class Constant<T> implements Supplier<T>, java.io.Serializable {
    @Override
    public T get() {
        return null;
    }
}

@Converter(autoApply = true)
class StepsConverter implements AttributeConverter<List<String>, String> {
    @Override
    public String convertToDatabaseColumn(List<String> value) {
        return "";
    }

    @Override
    public List<String> convertToEntityAttribute(String text) {
        return null;
    }
}

@Converter(autoApply = true)
class RangeConverter implements AttributeConverter<Range<Number>, Long> {
    @Override
    public Long convertToDatabaseColumn(Range<Number> value) {
        return 0L;
    }

    @Override
    public Range<Number> convertToEntityAttribute(Long number) {
        return null;
    }
}

@SuppressWarnings("rawtypes")
@Converter(autoApply = true)
class SupplierConverter implements AttributeConverter<Supplier, Integer> {
    @Override
    public Integer convertToDatabaseColumn(Supplier value) {
        return 0;
    }

    @Override
    public Supplier convertToEntityAttribute(Integer number) {
        return null;
    }
}
