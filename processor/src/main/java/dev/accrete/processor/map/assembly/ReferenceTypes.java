package dev.accrete.processor.map.assembly;

import dev.accrete.processor.map.hibernate.TargetDialect;
import dev.accrete.schema.conversion.RawTypes;
import dev.accrete.schema.model.ColumnType;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which types databases compare in a foreign key. A derived identifier has the types of its own class, be they others than
 * those that it refers to.
 *
 * @implNote Source: measured on PostgreSQL 18 and H2 2.5. PostgreSQL wants an operator or an implicit cast, and H2 an order of
 *     the values that both types agree on.
 */
final class ReferenceTypes {

    /** Types that are compared with each other. */
    private enum Family {
        NUMBER,
        TEXT,
        BYTES,
        BOOLEAN,
        UUID,
        DATE,
        TIME
    }

    /** What follows a type in a {@code columnDefinition}. */
    private static final Pattern CLAUSES = Pattern.compile(
            "(?is)\\s+(not\\s+null|null|default|unique|primary|check|references|constraint|collate|generated|comment)\\b.*");

    /** Numbers without stated digits, which databases give different ones. */
    private static final Pattern DECIMAL = Pattern.compile("(?i)\\s*(numeric|decimal)\\s*");

    private ReferenceTypes() {}

    /** Whether a foreign key from one type to another is made; types that nothing is known of are thought to be alike. */
    static boolean agree(ColumnType type, ColumnType referenced, TargetDialect dialect) {
        ColumnType from = known(type);
        ColumnType to = known(referenced);
        Optional<Family> family = family(from);
        Optional<Family> referencedFamily = family(to);
        if (family.isEmpty() || referencedFamily.isEmpty()) {
            return true;
        }
        if (family.equals(referencedFamily)) {
            return dialect == TargetDialect.H2 || family.get() != Family.NUMBER || width(from) <= width(to);
        }
        return dialect == TargetDialect.H2 && convertsToCompare(family.get(), referencedFamily.get());
    }

    /** What a {@code columnDefinition} says. */
    private static ColumnType known(ColumnType type) {
        if (!(type instanceof ColumnType.Raw raw)) {
            return type;
        }
        String sql = CLAUSES.matcher(raw.sql()).replaceFirst("");
        return DECIMAL.matcher(sql).matches()
                ? new ColumnType.Numeric(ColumnType.Numeric.Kind.NUMERIC, 0, 0)
                : RawTypes.known(new ColumnType.Raw(sql));
    }

    /** PostgreSQL casts a number by itself to one of a wider kind alone: an integer to a decimal, and that to a float. */
    private static int width(ColumnType number) {
        return !(number instanceof ColumnType.Numeric numeric)
                ? 0
                : numeric.kind() == ColumnType.Numeric.Kind.FLOAT ? 2 : 1;
    }

    private static boolean convertsToCompare(Family from, Family to) {
        return switch (from) {
            case TEXT -> to != Family.BYTES && to != Family.BOOLEAN;
            case NUMBER -> to == Family.TEXT;
            case UUID -> to == Family.TEXT || to == Family.BYTES;
            case BYTES -> to == Family.UUID;
            case BOOLEAN, DATE, TIME -> false;
        };
    }

    private static Optional<Family> family(ColumnType type) {
        if (type instanceof ColumnType.Numeric) {
            return Optional.of(Family.NUMBER);
        }
        if (type instanceof ColumnType.Sized sized) {
            return Optional.of(
                    switch (sized.kind()) {
                        case CHAR, NCHAR, VARCHAR, NVARCHAR -> Family.TEXT;
                        case BINARY, VARBINARY -> Family.BYTES;
                    });
        }
        if (type instanceof ColumnType.Timed timed) {
            return switch (timed.kind()) {
                case TIMESTAMP, TIMESTAMP_WITH_TIMEZONE -> Optional.of(Family.DATE);
                case TIME, TIME_WITH_TIMEZONE -> Optional.of(Family.TIME);
                default -> Optional.empty();
            };
        }
        return type instanceof ColumnType.Simple simple ? family(simple.kind()) : Optional.empty();
    }

    private static Optional<Family> family(ColumnType.Simple.Kind kind) {
        return switch (kind) {
            case TINYINT, SMALLINT, INTEGER, BIGINT -> Optional.of(Family.NUMBER);
            case BOOLEAN -> Optional.of(Family.BOOLEAN);
            case UUID -> Optional.of(Family.UUID);
            case DATE -> Optional.of(Family.DATE);
            case LONG32VARCHAR, LONG32NVARCHAR -> Optional.of(Family.TEXT);
            case LONG32VARBINARY -> Optional.of(Family.BYTES);
            default -> Optional.empty();
        };
    }
}
