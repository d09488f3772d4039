package dev.accrete.processor.map.type;

import dev.accrete.processor.entity.Jpa;
import dev.accrete.processor.map.naming.NamingStrategy;
import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.processor.source.Annotations;
import dev.accrete.processor.source.Place;
import dev.accrete.schema.model.Name;
import java.util.List;
import java.util.Optional;

/**
 * What {@code @Column}, {@code @JoinColumn} or one of their relatives says about a column; absent members have JPA's
 * defaults.
 *
 * @param stated whether there is an annotation at all: {@code @Column int} is nullable, {@code int} is not
 * @param name the logical name, where it is written
 * @param nullable whether NULL is allowed as far as the annotation says
 * @param length characters or bytes; 0, which is without limit, for any that isn't positive
 * @param precision 0 if not stated
 * @param scale 0 if not stated
 * @param secondPrecision −1 if not stated
 * @param definition SQL that stands for the type
 * @param table the logical name of a secondary table
 * @param referenced the logical name of the column that a join column refers to
 * @param checks {@code @CheckConstraint}s
 * @param place the annotation, else the attribute
 * @implNote Source: CapacityDependentDdlType.getTypeName, for lengths below 1, which IDEs write for columns of text.
 */
public record ColumnSpec(
        boolean stated,
        Optional<Name> name,
        boolean nullable,
        boolean unique,
        boolean insertable,
        int length,
        int precision,
        int scale,
        int secondPrecision,
        Optional<String> definition,
        Optional<String> table,
        Optional<Name> referenced,
        Optional<String> comment,
        Optional<String> options,
        List<AnnotationUsage> checks,
        Place place) {

    public static final int DEFAULT_LENGTH = 255;

    public static ColumnSpec absent(Place place) {
        return new ColumnSpec(
                false,
                Optional.empty(),
                true,
                false,
                true,
                DEFAULT_LENGTH,
                0,
                0,
                -1,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                place);
    }

    public static ColumnSpec of(Optional<AnnotationUsage> usage, Place otherwise) {
        return usage.map(ColumnSpec::of).orElseGet(() -> absent(otherwise));
    }

    public static ColumnSpec of(AnnotationUsage usage) {
        return new ColumnSpec(
                true,
                usage.nonEmpty("name").map(NamingStrategy::name),
                usage.flag("nullable", true),
                usage.flag("unique", false),
                usage.flag("insertable", true),
                Math.max(0, usage.number("length", DEFAULT_LENGTH)),
                usage.number("precision", 0),
                usage.number("scale", 0),
                usage.number("secondPrecision", -1),
                usage.nonEmpty("columnDefinition"),
                usage.nonEmpty("table"),
                usage.nonEmpty("referencedColumnName").map(NamingStrategy::name),
                usage.nonEmpty("comment"),
                usage.nonEmpty("options"),
                usage.nestedList("check"),
                usage.place());
    }

    /** The same without its own SQL for the type. */
    public ColumnSpec withoutDefinition() {
        return new ColumnSpec(
                stated,
                name,
                nullable,
                unique,
                insertable,
                length,
                precision,
                scale,
                secondPrecision,
                Optional.empty(),
                table,
                referenced,
                comment,
                options,
                checks,
                place);
    }

    /** With the digits of {@code @FractionalSeconds}, beside which the precision of {@code @Column} is not read. */
    public ColumnSpec withFractionalSeconds(Annotations annotations) {
        return annotations
                .find(Jpa.FRACTIONAL_SECONDS)
                .map(usage -> withSecondPrecision(usage.number("value", -1)))
                .orElse(this);
    }

    /**
     * What counts of it where the type of the column is not that of the attribute's own type: of a date or time the
     * fractional digits alone, of anything else the other members alone (Hibernate's SizeStrategy).
     *
     * @param temporal whether the attribute's type is one of date or time
     */
    ColumnSpec ofOtherType(boolean temporal) {
        return temporal ? sized(DEFAULT_LENGTH, 0, 0, secondPrecision) : sized(length, precision, scale, -1);
    }

    /** What counts of it for a time whose offset is stored apart: all if it has a name, else the precision alone. */
    public ColumnSpec ofTwo() {
        return name.isPresent()
                ? this
                : absent(place).withPrecision(precision, 0).withSecondPrecision(secondPrecision);
    }

    public ColumnSpec withLength(int value) {
        return sized(value, precision, scale, secondPrecision);
    }

    public ColumnSpec withPrecision(int digits, int fraction) {
        return sized(length, digits, fraction, secondPrecision);
    }

    ColumnSpec withSecondPrecision(int value) {
        return sized(length, precision, scale, value);
    }

    private ColumnSpec sized(int length, int precision, int scale, int secondPrecision) {
        return new ColumnSpec(
                stated,
                name,
                nullable,
                unique,
                insertable,
                length,
                precision,
                scale,
                secondPrecision,
                definition,
                table,
                referenced,
                comment,
                options,
                checks,
                place);
    }
}
