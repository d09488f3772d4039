package dev.accrete.processor.map;

import dev.accrete.processor.entity.EntityCode;
import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.processor.source.Annotations;
import dev.accrete.processor.source.ClassDetails;
import dev.accrete.processor.source.Place;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The check on a column whose converter's results are known in advance, because there are few values: enums, booleans.
 *
 * @implNote Hibernate runs the converter for each constant, and for true, false and null; it writes a check if the column
 *     holds texts or whole numbers. Its own converters are known; others are stated by {@code @ConvertedValues}.
 */
final class ConvertedChecks {

    private static final String BOOLEAN = "java.lang.Boolean";
    private static final String STATED = "dev.accrete.annotations.ConvertedValues";

    private static final Map<String, String> KNOWN = Map.of(
            "org.hibernate.type.YesNoConverter", "'N','Y'",
            "org.hibernate.type.TrueFalseConverter", "'F','T'",
            "org.hibernate.type.NumericBooleanConverter", "0,1");

    private static final Set<String> TEXTS = Set.of("java.lang.String", "java.lang.Character");
    private static final Set<String> NUMBERS =
            Set.of("java.lang.Byte", "java.lang.Short", "java.lang.Integer", "java.lang.Long");

    private final Mapping mapping;

    ConvertedChecks(Mapping mapping) {
        this.mapping = mapping;
    }

    /**
     * The condition on a column.
     *
     * @param annotations what stands on the attribute
     */
    Optional<String> of(
            Conversion conversion, Annotations annotations, ColumnBinding column, Place place, String subject) {
        String relational = conversion.relational().text();
        boolean text = TEXTS.contains(relational);
        if (!isEnumerable(conversion.domain().text()) || !text && !NUMBERS.contains(relational)) {
            return Optional.empty();
        }
        ClassDetails converter = conversion.converter();
        String known = KNOWN.get(converter.name());
        if (known != null) {
            return Optional.of(column.sql() + " in (" + known + ")");
        }
        Optional<AnnotationUsage> stated =
                annotations.find(STATED).or(() -> converter.annotations().find(STATED));
        if (stated.isEmpty()) {
            mapping.problems.add(
                    EntityCode.CONVERTED_VALUES,
                    place,
                    subject,
                    "Hibernate runs " + converter.simpleName()
                            + " for each constant to write a check, which can't be done while compiling",
                    "state the results on the converter with @ConvertedValues({\"...\"})");
            return Optional.empty();
        }
        boolean enumerated = !conversion.domain().text().equals(BOOLEAN);
        try {
            return Optional.of(condition(column.sql(), stated.get(), relational, enumerated));
        } catch (NumberFormatException | StringIndexOutOfBoundsException e) {
            mapping.problems.add(
                    EntityCode.CONVERTED_VALUES,
                    stated.get().place("value"),
                    subject,
                    "the results are not of the type " + relational,
                    "write numbers as digits, and a character as itself");
            return Optional.empty();
        }
    }

    private boolean isEnumerable(String type) {
        return type.equals(BOOLEAN)
                || mapping.classes
                        .find(type)
                        .filter(details -> details.kind() == ClassDetails.Kind.ENUM)
                        .isPresent();
    }

    /** @param enumerated whether the constants are those of an enum */
    private static String condition(String column, AnnotationUsage stated, String type, boolean enumerated) {
        // Hibernate keeps the results for an enum in a HashSet, and writes them in its order.
        Collection<Object> values = enumerated ? new HashSet<>() : new LinkedHashSet<>();
        stated.strings("value").forEach(value -> values.add(typed(value, type)));
        String list = values.stream().map(ConvertedChecks::literal).collect(Collectors.joining(","));
        return column + " in (" + list + ")" + (stated.flag("orNull", false) ? " or " + column + " is null" : "");
    }

    private static Object typed(String value, String type) {
        return switch (type) {
            case "java.lang.Character" -> value.charAt(0);
            case "java.lang.Byte" -> Byte.valueOf(value);
            case "java.lang.Short" -> Short.valueOf(value);
            case "java.lang.Integer" -> Integer.valueOf(value);
            case "java.lang.Long" -> Long.valueOf(value);
            default -> value;
        };
    }

    private static String literal(Object value) {
        return value instanceof Number
                ? value.toString()
                : "'" + value.toString().replace("'", "''") + "'";
    }
}
