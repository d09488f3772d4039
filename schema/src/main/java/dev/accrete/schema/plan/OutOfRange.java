package dev.accrete.schema.plan;

import dev.accrete.schema.model.ColumnType;
import java.util.Optional;

/** Words what tells that a number is too large for another type. */
final class OutOfRange {

    private OutOfRange() {}

    /** A condition for the numbers of a type that another one has not. */
    static Optional<String> condition(ColumnType before, ColumnType after, String column) {
        int from = wholeDigits(before);
        if (from == 0) {
            return Optional.empty();
        }
        if (after instanceof ColumnType.Numeric numeric && numeric.kind() != ColumnType.Numeric.Kind.FLOAT) {
            int digits = numeric.precision() - numeric.scale();
            return digits > 0 && digits < from
                    ? Optional.of("abs(" + column + ") >= 1" + "0".repeat(digits))
                    : Optional.empty();
        }
        if (!(after instanceof ColumnType.Simple simple) || from <= wholeDigits(after)) {
            return Optional.empty();
        }
        return switch (simple.kind()) {
            case TINYINT -> Optional.of(column + " NOT BETWEEN -128 AND 127");
            case SMALLINT -> Optional.of(column + " NOT BETWEEN -32768 AND 32767");
            case INTEGER -> Optional.of(column + " NOT BETWEEN -2147483648 AND 2147483647");
            case BIGINT -> Optional.of(column + " NOT BETWEEN -9223372036854775808 AND 9223372036854775807");
            default -> Optional.empty();
        };
    }

    /** The same for numbers of which nothing is known. */
    static Optional<String> ofAny(ColumnType after, String number) {
        return condition(new ColumnType.Numeric(ColumnType.Numeric.Kind.NUMERIC, Integer.MAX_VALUE, 0), after, number);
    }

    /** As many digits as a number of this type may have before the point; 0 if it is none. */
    private static int wholeDigits(ColumnType type) {
        if (type instanceof ColumnType.Numeric numeric && numeric.kind() != ColumnType.Numeric.Kind.FLOAT) {
            return numeric.precision() - numeric.scale();
        }
        return !(type instanceof ColumnType.Simple simple)
                ? 0
                : switch (simple.kind()) {
                    case TINYINT -> 3;
                    case SMALLINT -> 5;
                    case INTEGER -> 10;
                    case BIGINT -> 19;
                    default -> 0;
                };
    }
}
