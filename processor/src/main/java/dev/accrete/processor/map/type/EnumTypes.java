package dev.accrete.processor.map.type;

import dev.accrete.processor.entity.EntityCode;
import dev.accrete.processor.entity.Jpa;
import dev.accrete.processor.map.context.MappingContext;
import dev.accrete.processor.map.hibernate.TargetDialect;
import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.processor.source.Annotations;
import dev.accrete.processor.source.ClassDetails;
import dev.accrete.processor.source.Evaluation;
import dev.accrete.processor.source.MemberDetails;
import dev.accrete.processor.source.TypeRef;
import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.TypeDefinition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The column types of enums: by position or by name (JPA 3.2, 11.1.18), by a value of their own
 * ({@code @EnumeratedValue}), or as a JDBC type code says; and the checks that do not belong to the column type.
 */
final class EnumTypes {

    private static final String CONVERTED_VALUES = "dev.accrete.annotations.ConvertedValues";
    private static final String STRING = "java.lang.String";

    private final MappingContext context;
    private final Map<QualifiedName, TypeDefinition> definitions;

    /** @param definitions receives the types that a database must have for the columns */
    EnumTypes(MappingContext context, Map<QualifiedName, TypeDefinition> definitions) {
        this.context = context;
        this.definitions = definitions;
    }

    /** @param code the stated JDBC type code */
    Optional<ColumnType> of(ClassDetails type, Annotations annotations, ColumnSpec spec, OptionalInt code) {
        List<String> constants = constants(type);
        if (constants.isEmpty()) {
            return Optional.empty();
        }
        Optional<MemberDetails> value = value(type, annotations);
        if (value.isPresent()) {
            return ofValue(value.get().type(), byName(annotations), spec, code);
        }
        if (labels(type, annotations, code).isPresent()) {
            return Optional.of(new ColumnType.Named(nameOf(type)));
        }
        if (code.isEmpty() && context.options.settings().nativeEnums()) {
            return Optional.of(preferred(type, annotations, spec));
        }
        if (code.isEmpty() && isCharacter(annotations, spec)) {
            return Optional.of(new ColumnType.Sized(ColumnType.Sized.Kind.CHAR, 1));
        }
        if (code.isEmpty()) {
            return Optional.of(
                    byName(annotations)
                            ? new ColumnType.Enumeration(
                                    ColumnType.Enumeration.Storage.STRING, spec.length(), constants)
                            : new ColumnType.Enumeration(ColumnType.Enumeration.Storage.ORDINAL, 0, constants));
        }
        return switch (code.getAsInt()) {
            case JdbcTypes.NAMED_ENUM, JdbcTypes.NAMED_ORDINAL_ENUM -> Optional.empty();
            case JdbcTypes.ENUM ->
                context.dialects.is(TargetDialect::hasNativeEnum)
                        ? Optional.of(new ColumnType.Enumeration(
                                ColumnType.Enumeration.Storage.STRING, spec.length(), constants))
                        : Optional.empty();
            default ->
                JdbcTypes.isText(code.getAsInt())
                                || JdbcTypes.isInteger(code.getAsInt())
                                || code.getAsInt() == JdbcTypes.JSON
                        ? JdbcTypes.of(code.getAsInt(), type.name(), spec, context.version)
                        : Optional.empty();
        };
    }

    /** Names of one character are stored as one, where the database has no type for enums. */
    private boolean isCharacter(Annotations annotations, ColumnSpec spec) {
        return byName(annotations)
                && spec.length() == 1
                && !context.options.settings().nativeEnums()
                && !context.dialects.is(TargetDialect::hasNativeEnum);
    }

    /** What hibernate.type.prefer_native_enum_types makes of it where the column has the labels, on H2 in the order of their own. */
    private static ColumnType preferred(ClassDetails type, Annotations annotations, ColumnSpec spec) {
        List<String> constants = constants(type);
        return byName(annotations)
                ? new ColumnType.Enumeration(ColumnType.Enumeration.Storage.STRING, spec.length(), constants)
                : new ColumnType.Raw("enum ("
                        + constants.stream().map(name -> "'" + name + "'").collect(Collectors.joining(","))
                        + ")");
    }

    /**
     * Texts go with STRING alone, whole numbers with ORDINAL alone; an int is stored as a short.
     *
     * @implNote Hibernate's InferredBasicValueResolver.validateEnumeratedValue and enumJdbcType, which has no type for a character.
     */
    private Optional<ColumnType> ofValue(TypeRef valueType, boolean byName, ColumnSpec spec, OptionalInt stated) {
        String type = valueType.text();
        OptionalInt own = switch (type) {
            case STRING -> OptionalInt.of(JdbcTypes.VARCHAR);
            case "byte" -> OptionalInt.of(JdbcTypes.TINYINT);
            case "short", "int" -> OptionalInt.of(JdbcTypes.SMALLINT);
            default -> OptionalInt.empty();
        };
        boolean text = type.equals(STRING) || type.equals("char");
        OptionalInt code = stated.isPresent() ? stated : own;
        boolean known = code.isPresent()
                && (text || own.isPresent())
                && (JdbcTypes.isText(code.getAsInt()) || JdbcTypes.isInteger(code.getAsInt()));
        return known && text == byName
                ? JdbcTypes.of(code.getAsInt(), JavaTypes.boxed(valueType).text(), spec, context.version)
                : Optional.empty();
    }

    /**
     * The labels of the type that the database has for an enum; empty if it has none.
     *
     * @param code the stated JDBC type code
     */
    private Optional<List<String>> labels(ClassDetails type, Annotations annotations, OptionalInt code) {
        List<String> constants = constants(type);
        if (constants.isEmpty() || value(type, annotations).isPresent()) {
            return Optional.empty();
        }
        boolean preferred = code.isEmpty()
                && context.options.settings().nativeEnums()
                && !context.dialects.is(TargetDialect::hasNativeEnum);
        // Hibernate writes no domain for those in their order on H2, and the table fails.
        boolean ordered = code.equals(OptionalInt.of(JdbcTypes.NAMED_ORDINAL_ENUM))
                && context.dialects.is(TargetDialect.POSTGRESQL);
        boolean sorted = code.equals(OptionalInt.of(JdbcTypes.NAMED_ENUM))
                && (context.version.hasEnumDomains() || !context.dialects.is(TargetDialect.H2));
        if (ordered || preferred && !byName(annotations)) {
            return Optional.of(constants);
        }
        return sorted || preferred ? Optional.of(constants.stream().sorted().toList()) : Optional.empty();
    }

    /** Called like the class; the naming strategy has no say in it. */
    private static QualifiedName nameOf(ClassDetails type) {
        return QualifiedName.of(Name.of(type.simpleName()));
    }

    /**
     * Makes the type that the database has for an enum, if it has one.
     *
     * @param code the stated JDBC type code
     * @return false if there is one of its name with labels in another order: by name in one attribute, by position in another
     */
    boolean define(ClassDetails type, Annotations annotations, OptionalInt code) {
        return labels(type, annotations, code)
                .map(labels -> new TypeDefinition.EnumType(nameOf(type), labels, Set.of()))
                .map(definition -> definition.equals(definitions.computeIfAbsent(nameOf(type), each -> definition)))
                .orElse(true);
    }

    /**
     * The check that a column needs beside its type.
     *
     * @param column the column's name as conditions write it
     */
    Optional<String> check(
            ClassDetails type,
            Annotations annotations,
            ColumnSpec spec,
            OptionalInt code,
            String column,
            String subject) {
        Optional<MemberDetails> value = value(type, annotations);
        if (value.isPresent()) {
            List<AnnotationUsage> usages = value.get().annotations().usages().stream()
                    .filter(usage -> usage.name().equals(Jpa.ENUMERATED_VALUE))
                    .toList();
            context.supported.check(new Annotations(usages), subject);
            boolean text = code.isPresent() ? JdbcTypes.isText(code.getAsInt()) : byName(annotations);
            return ofValues(type, value.get(), annotations, spec, text, column, subject);
        }
        if (code.isPresent()) {
            return JdbcTypes.isText(code.getAsInt())
                    ? Optional.of(in(column, constants(type)))
                    : JdbcTypes.isInteger(code.getAsInt()) ? Optional.of(between(type, column)) : Optional.empty();
        }
        if (isCharacter(annotations, spec)) {
            return Optional.of(in(column, constants(type)));
        }
        if (spec.definition().isEmpty()
                || context.options.settings().nativeEnums()
                || byName(annotations) && context.dialects.is(TargetDialect::hasNativeEnum)) {
            return Optional.empty();
        }
        return Optional.of(byName(annotations) ? in(column, constants(type)) : between(type, column));
    }

    private Optional<String> ofValues(
            ClassDetails type,
            MemberDetails field,
            Annotations annotations,
            ColumnSpec spec,
            boolean text,
            String column,
            String subject) {
        Optional<AnnotationUsage> stated =
                annotations.find(CONVERTED_VALUES).or(() -> type.annotations().find(CONVERTED_VALUES));
        if (stated.isPresent()) {
            List<String> values = stated.get().strings("value");
            return Optional.of(text ? in(column, values) : column + " in (" + String.join(",", values) + ")");
        }
        Evaluation.Result result = context.evaluation.ofField(type.name(), field.name());
        if (result instanceof Evaluation.Values known) {
            return Optional.of(ValueList.ofConstants(known.values()).condition(column, text));
        }
        context.problems.add(
                EntityCode.CONVERTED_VALUES,
                spec.place(),
                subject,
                "Hibernate writes a check of the values of " + type.simpleName() + ", which are not known here: "
                        + ((Evaluation.Unknown) result).reason(),
                "state them on the enum with @ConvertedValues({\"...\"})");
        return Optional.empty();
    }

    private static String in(String column, List<String> values) {
        return column + " in ("
                + values.stream()
                        .map(value -> "'" + value.replace("'", "''") + "'")
                        .collect(Collectors.joining(","))
                + ")";
    }

    private static String between(ClassDetails type, String column) {
        return column + " between 0 and " + (type.constants().size() - 1);
    }

    private static List<String> constants(ClassDetails type) {
        return type.constants().stream().map(ClassDetails.Constant::name).toList();
    }

    /**
     * The field whose values are stored.
     *
     * @implNote Hibernate's InferredBasicValueResolver looks for it unless the Java type is stated, as a key's is.
     */
    private static Optional<MemberDetails> value(ClassDetails type, Annotations annotations) {
        return annotations.has(Jpa.ANY_KEY_JAVA_CLASS)
                ? Optional.empty()
                : type.fields().stream()
                        .filter(field -> field.annotations().has(Jpa.ENUMERATED_VALUE))
                        .findFirst();
    }

    private static boolean byName(Annotations annotations) {
        return annotations
                .find(Jpa.ENUMERATED)
                .map(usage -> usage.constant("value").equals("STRING"))
                .orElse(false);
    }
}
