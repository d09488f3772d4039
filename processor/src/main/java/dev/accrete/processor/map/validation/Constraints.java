package dev.accrete.processor.map.validation;

import dev.accrete.processor.map.type.ColumnSpec;
import java.util.List;
import java.util.Optional;

/**
 * What the constraints of Bean Validation on an attribute mean to its column.
 *
 * @param required whether it takes no NULL
 * @param length replaces the length of a text
 * @param digits replaces precision and scale
 * @param bounds {@code >=1}: what follows the column's name in its check
 */
public record Constraints(boolean required, Optional<Integer> length, Optional<Digits> digits, List<String> bounds) {

    public static final Constraints NONE = new Constraints(false, Optional.empty(), Optional.empty(), List.of());

    public Constraints {
        bounds = List.copyOf(bounds);
    }

    /** The digits of {@code @Digits}. */
    record Digits(int precision, int scale) {}

    Constraints withRequired(boolean value) {
        return new Constraints(value, length, digits, bounds);
    }

    /** The column as the constraints shape it. */
    public ColumnSpec applyTo(ColumnSpec spec) {
        ColumnSpec sized = length.map(spec::withLength).orElse(spec);
        return digits.map(each -> sized.withPrecision(each.precision(), each.scale()))
                .orElse(sized);
    }
}
