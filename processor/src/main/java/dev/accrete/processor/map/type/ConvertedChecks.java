package dev.accrete.processor.map.type;

import dev.accrete.processor.entity.EntityCode;
import dev.accrete.processor.entity.Jpa;
import dev.accrete.processor.map.context.MappingContext;
import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.processor.source.Annotations;
import dev.accrete.processor.source.ClassDetails;
import dev.accrete.processor.source.Evaluation;
import dev.accrete.processor.source.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The check on a column whose converter's results are known in advance, because there are few values: enums, booleans.
 *
 * @implNote Hibernate runs the converter for each constant, and for false, true and null; it writes a check if the column
 *     holds texts or whole numbers. Its own converters are known, others are evaluated, or stated by
 *     {@code @ConvertedValues}.
 */
public final class ConvertedChecks {

    private static final String BOOLEAN = "java.lang.Boolean";
    private static final String STATED = "dev.accrete.annotations.ConvertedValues";

    private static final Map<String, List<Object>> KNOWN = Map.of(
            "org.hibernate.type.YesNoConverter", List.of('N', 'Y'),
            "org.hibernate.type.TrueFalseConverter", List.of('F', 'T'),
            "org.hibernate.type.NumericBooleanConverter", List.of(0, 1));

    /** Where the converters' method is that calls the one that decides. */
    private static final Set<String> HANDING_ON =
            Set.of("org.hibernate.type.CharBooleanConverter", "org.hibernate.type.NumericBooleanConverter");

    private static final String CHARACTERS = "char[]";
    private static final Set<String> TEXTS = Set.of("java.lang.String", "java.lang.Character", CHARACTERS);
    private static final Set<String> NUMBERS =
            Set.of("java.lang.Byte", "java.lang.Short", "java.lang.Integer", "java.lang.Long");

    private final MappingContext context;
    private final BasicTypes types;

    public ConvertedChecks(MappingContext context, BasicTypes types) {
        this.context = context;
        this.types = types;
    }

    /**
     * The condition on a column.
     *
     * @param annotations what stands on the attribute
     * @param column the column's name as conditions write it
     */
    public Optional<String> of(
            Conversion conversion, Annotations annotations, String column, Place place, String subject) {
        return values(conversion, annotations, place, subject).map(values -> values.condition(column));
    }

    /** The condition on a column that says of rows that they are there, while the attribute says that they are deleted. */
    public Optional<String> ofNegated(Conversion conversion, String column, Place place, String subject) {
        return values(conversion, Annotations.none(), place, subject)
                .map(values -> {
                    List<Object> negated = new ArrayList<>(values.values());
                    Collections.swap(negated, 0, 1);
                    return new ValueList(negated);
                })
                .map(values -> values.condition(column));
    }

    private Optional<ValueList> values(Conversion conversion, Annotations annotations, Place place, String subject) {
        boolean enumerated = !conversion.domain().text().equals(BOOLEAN);
        if (!isEnumerable(conversion.domain().text())) {
            return Optional.empty();
        }
        ClassDetails converter = conversion.converter();
        String relational = conversion.relational().text();
        if (isEnum(relational)) {
            refuse(converter, "and fails with constants of an enum", "texts or numbers", place, subject);
            return Optional.empty();
        }
        if (!isListed(conversion, annotations, enumerated)) {
            return Optional.empty();
        }
        if (relational.equals(CHARACTERS)) {
            refuse(converter, "and of an array that is its address in memory", "a String", place, subject);
            return Optional.empty();
        }
        Optional<ValueList> known = known(converter);
        if (known.isPresent()) {
            return known;
        }
        Optional<AnnotationUsage> stated =
                annotations.find(STATED).or(() -> converter.annotations().find(STATED));
        Optional<List<Object>> values = stated.isPresent()
                ? stated(stated.get(), relational, subject)
                : evaluated(conversion, enumerated, place, subject);
        return values.map(found -> enumerated ? ValueList.ofConstants(found) : ofBooleans(found))
                .filter(found -> isWritable(found, enumerated, converter, place, subject));
    }

    /**
     * What comes out of one of Hibernate's converters, or of one that extends it and leaves the methods that decide it as they
     * are.
     *
     * @implNote Hibernate's CharBooleanConverter and NumericBooleanConverter: {@code convertToDatabaseColumn} calls
     *     {@code toRelationalValue}.
     */
    private Optional<ValueList> known(ClassDetails converter) {
        if (KNOWN.containsKey(converter.name())) {
            return Optional.of(new ValueList(KNOWN.get(converter.name())));
        }
        return context.evaluation
                .declaredBy(converter.name(), "convertToDatabaseColumn")
                .filter(HANDING_ON::contains)
                .flatMap(declaring -> context.evaluation.declaredBy(converter.name(), "toRelationalValue"))
                .map(KNOWN::get)
                .map(ValueList::new);
    }

    private boolean isEnumerable(String type) {
        return type.equals(BOOLEAN) || context.version.checksConvertedEnums() && isEnum(type);
    }

    private boolean isEnum(String type) {
        return context.classes
                .find(type)
                .filter(details -> details.kind() == ClassDetails.Kind.ENUM)
                .isPresent();
    }

    /** Whether the column is of a type that gets a check; a large object only gets one of a Boolean. */
    private boolean isListed(Conversion conversion, Annotations annotations, boolean enumerated) {
        String type = conversion.relational().text();
        if (!TEXTS.contains(type) && !NUMBERS.contains(type)) {
            return false;
        }
        Optional<OptionalInt> stated = annotations
                .find(Jpa.JDBC_TYPE)
                .map(types::codeOf)
                .or(() -> annotations.find(Jpa.JDBC_TYPE_CODE).map(usage -> OptionalInt.of(usage.number("value", 0))));
        if (stated.isPresent()) {
            int code = stated.get().orElse(0);
            return JdbcTypes.isText(code) || JdbcTypes.isInteger(code);
        }
        return !(enumerated && TEXTS.contains(type) && annotations.has(Jpa.LOB));
    }

    private Optional<List<Object>> stated(AnnotationUsage stated, String relational, String subject) {
        try {
            List<Object> values = new ArrayList<>();
            stated.strings("value").forEach(value -> values.add(typed(value, relational)));
            if (stated.flag("orNull", false)) {
                values.add(null);
            }
            return Optional.of(values);
        } catch (NumberFormatException | StringIndexOutOfBoundsException e) {
            context.problems.add(
                    EntityCode.CONVERTED_VALUES,
                    stated.place("value"),
                    subject,
                    "the results are not of the type " + relational,
                    "write numbers as digits, and a character as itself");
            return Optional.empty();
        }
    }

    private Optional<List<Object>> evaluated(Conversion conversion, boolean enumerated, Place place, String subject) {
        ClassDetails converter = conversion.converter();
        Evaluation.Result result = enumerated
                ? context.evaluation.ofConstants(
                        converter.name(), conversion.domain().text())
                : context.evaluation.ofBooleans(converter.name());
        String relational = conversion.relational().text();
        if (result instanceof Evaluation.Values known
                && known.values().stream()
                        .allMatch(value ->
                                value == null || value.getClass().getName().equals(relational))) {
            return Optional.of(known.values());
        }
        String reason = result instanceof Evaluation.Unknown unknown ? unknown.reason() : "not all is " + relational;
        context.problems.add(
                EntityCode.CONVERTED_VALUES,
                place,
                subject,
                "Hibernate runs " + converter.simpleName() + " for each constant to write a check, and what comes out"
                        + " is not known here: " + reason,
                "state the results on the converter with @ConvertedValues({\"...\"})");
        return Optional.empty();
    }

    /** Null in the place of false or true allows NULL, in the place of null it says nothing. */
    private static ValueList ofBooleans(List<Object> values) {
        return new ValueList(
                values.size() == 3 && values.get(2) == null && values.get(0) != null && values.get(1) != null
                        ? values.subList(0, 2)
                        : values);
    }

    /** Hibernate's own statement fails with an empty list, and with a quote in what becomes of a Boolean. */
    private boolean isWritable(
            ValueList values, boolean enumerated, ClassDetails converter, Place place, String subject) {
        boolean quoted = !enumerated
                && values.values().stream()
                        .anyMatch(value -> value != null && value.toString().contains("'"));
        if (values.isEmpty() || quoted) {
            String reason = quoted ? "a text has a quote in it" : "it is null alone";
            refuse(converter, "and no database takes it: " + reason, "other values", place, subject);
            return false;
        }
        return true;
    }

    private void refuse(ClassDetails converter, String what, String instead, Place place, String subject) {
        context.problems.add(
                EntityCode.CONVERTED_VALUES,
                place,
                subject,
                "Hibernate writes a check of what " + converter.simpleName() + " returns, " + what,
                "let the converter return " + instead);
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
}
