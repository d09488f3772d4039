package dev.accrete.processor.map.generator;

import dev.accrete.processor.source.AnnotationUsage;
import java.util.Map;
import java.util.Optional;

/**
 * What a generator is stated to be, whichever annotation says so.
 *
 * @param name its own name, from which that of its sequence or table is derived
 * @param object the stated name of the sequence or table
 * @param suffix what makes a sequence's name of the entity's table, where that is stated
 * @param initial the first value
 * @param increment how far the sequence steps, as it is stated
 * @param segmentColumn the key column of a table
 * @param valueColumn the counter column of a table
 * @param segment the key of the row; empty for the entity's table, or {@code default}
 * @param segments what the row's key is where none is stated
 * @param segmentLength the length of the key column
 */
record GeneratorSpec(
        Optional<String> name,
        Optional<String> object,
        Optional<String> suffix,
        Optional<String> schema,
        int initial,
        int increment,
        Optional<String> options,
        String segmentColumn,
        String valueColumn,
        Optional<String> segment,
        Segments segments,
        int segmentLength) {

    /** What the rows of a table with counters are for. */
    enum Segments {
        /** One for all that state none. */
        ONE,
        /** One for each entity, called as its table. */
        TABLE,
        /** The same, with the quotes that the table's name has in SQL. */
        TABLE_AS_QUOTED
    }

    static final int INCREMENT = 50;

    private static final String SEGMENT_COLUMN = "sequence_name";
    private static final String VALUE_COLUMN = "next_val";
    private static final int SEGMENT_LENGTH = 255;

    /** Where only {@code @GeneratedValue(generator)} says something. */
    static GeneratorSpec of(Optional<String> name) {
        return new GeneratorSpec(
                name,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                1,
                INCREMENT,
                Optional.empty(),
                SEGMENT_COLUMN,
                VALUE_COLUMN,
                Optional.empty(),
                Segments.ONE,
                SEGMENT_LENGTH);
    }

    /** Of a {@code @SequenceGenerator}. */
    static GeneratorSpec ofSequence(AnnotationUsage usage) {
        return new GeneratorSpec(
                usage.nonEmpty("name"),
                usage.nonEmpty("sequenceName"),
                Optional.empty(),
                usage.nonEmpty("schema"),
                usage.number("initialValue", 1),
                usage.number("allocationSize", INCREMENT),
                usage.nonEmpty("options"),
                SEGMENT_COLUMN,
                VALUE_COLUMN,
                Optional.empty(),
                Segments.ONE,
                SEGMENT_LENGTH);
    }

    /** Of a {@code @TableGenerator}; the first value is the one after the initial value. */
    static GeneratorSpec ofTable(AnnotationUsage usage) {
        return new GeneratorSpec(
                usage.nonEmpty("name"),
                usage.nonEmpty("table"),
                Optional.empty(),
                usage.nonEmpty("schema"),
                usage.number("initialValue", 0) + 1,
                usage.number("allocationSize", INCREMENT),
                usage.nonEmpty("options"),
                usage.nonEmpty("pkColumnName").orElse(SEGMENT_COLUMN),
                usage.nonEmpty("valueColumnName").orElse(VALUE_COLUMN),
                usage.nonEmpty("pkColumnValue"),
                Segments.TABLE_AS_QUOTED,
                SEGMENT_LENGTH);
    }

    /**
     * Of the parameters of a {@code @GenericGenerator}.
     *
     * @throws NumberFormatException for a parameter that is no number
     */
    static GeneratorSpec ofParameters(Optional<String> name, Map<String, String> parameters, boolean table) {
        return new GeneratorSpec(
                name,
                table
                        ? parameter(parameters, "table_name")
                        : parameter(parameters, "sequence_name").or(() -> parameter(parameters, "sequence")),
                parameter(parameters, "sequence_per_entity_suffix"),
                parameter(parameters, "schema"),
                number(parameters, "initial_value", 1),
                number(parameters, "increment_size", INCREMENT),
                parameter(parameters, "options"),
                parameter(parameters, "segment_column_name").orElse(SEGMENT_COLUMN),
                parameter(parameters, table ? "value_column_name" : "value_column")
                        .orElse(VALUE_COLUMN),
                parameter(parameters, "segment_value"),
                Boolean.parseBoolean(parameters.get("prefer_entity_table_as_segment_value"))
                        ? Segments.TABLE
                        : Segments.ONE,
                number(parameters, "segment_value_length", SEGMENT_LENGTH));
    }

    private static Optional<String> parameter(Map<String, String> parameters, String name) {
        return Optional.ofNullable(parameters.get(name)).filter(value -> !value.isEmpty());
    }

    private static int number(Map<String, String> parameters, String name, int otherwise) {
        return parameter(parameters, name).map(Integer::valueOf).orElse(otherwise);
    }

    GeneratorSpec withIncrement(int value) {
        return with(value, segments);
    }

    GeneratorSpec withSegmentPerEntity() {
        return with(increment, Segments.TABLE_AS_QUOTED);
    }

    private GeneratorSpec with(int increment, Segments segments) {
        return new GeneratorSpec(
                name,
                object,
                suffix,
                schema,
                initial,
                increment,
                options,
                segmentColumn,
                valueColumn,
                segment,
                segments,
                segmentLength);
    }
}
