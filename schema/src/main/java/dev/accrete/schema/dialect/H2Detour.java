package dev.accrete.schema.dialect;

import dev.accrete.schema.conversion.RawTypes;
import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.ColumnType.Enumeration;
import dev.accrete.schema.model.ColumnType.Numeric;
import dev.accrete.schema.model.ColumnType.Raw;
import dev.accrete.schema.model.ColumnType.Simple;
import dev.accrete.schema.model.ColumnType.Sized;
import dev.accrete.schema.model.ColumnType.Timed;
import java.util.Optional;

/**
 * Another type, which a column has for a while when its values change and its type does not, so that the type tells whether they
 * have changed. It holds every value of the column's own, and gives it back.
 *
 * @implNote Source: H2 manual, Data Types and Data Conversion.
 */
final class H2Detour {

    /** No large object, which no index takes, as long as there is a longer text. */
    private static final long LONGEST = 1_048_576;

    private static final int FINEST_FRACTION = 9;

    /** Characters that each number, date and time has room in. */
    private static final String ANY_TEXT = "varchar(64)";

    private H2Detour() {}

    /** Empty for large objects and what is made of several values: no other type gives them back. */
    static Optional<String> of(ColumnType type) {
        if (type instanceof Simple simple) {
            return ofSimple(simple);
        } else if (type instanceof Sized sized) {
            return ofSized(sized);
        } else if (type instanceof Numeric numeric) {
            return Optional.of(
                    numeric.kind() == Numeric.Kind.FLOAT
                            ? ANY_TEXT
                            : "numeric(" + (numeric.precision() + 1) + "," + numeric.scale() + ")");
        } else if (type instanceof Timed timed) {
            return Optional.of(
                    timed.precision() < FINEST_FRACTION
                            ? H2Statements.typeName(new Timed(timed.kind(), timed.precision() + 1))
                            : ANY_TEXT);
        } else if (type instanceof Enumeration constants) {
            return Optional.of(constants.storage() == Enumeration.Storage.ORDINAL ? "integer" : "varchar");
        }
        return type instanceof Raw raw ? RawTypes.parse(raw.sql()).flatMap(H2Detour::of) : Optional.empty();
    }

    private static Optional<String> ofSimple(Simple type) {
        return switch (type.kind()) {
            case TINYINT, SMALLINT -> Optional.of("integer");
            case INTEGER -> Optional.of("bigint");
            case BIGINT -> Optional.of("numeric(19)");
            case UUID -> Optional.of("varchar(36)");
            case BOOLEAN -> Optional.of(ANY_TEXT);
            case DATE -> Optional.of("timestamp(0)");
            default -> Optional.empty();
        };
    }

    private static Optional<String> ofSized(Sized type) {
        String name = H2Statements.typeName(type);
        boolean fixed = type.kind() == Sized.Kind.CHAR || type.kind() == Sized.Kind.NCHAR;
        if (fixed || name.startsWith("binary(")) {
            return Optional.of((fixed ? "varchar(" : "varbinary(") + type.length() + ")");
        } else if (name.startsWith("varchar(")) {
            return Optional.of(type.length() < LONGEST ? "varchar(" + (type.length() + 1) + ")" : "clob");
        }
        return name.startsWith("varbinary(") && type.length() < LONGEST
                ? Optional.of("varbinary(" + (type.length() + 1) + ")")
                : Optional.empty();
    }
}
