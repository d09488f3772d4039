package dev.accrete.schema.conversion;

import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.ColumnType.Array;
import dev.accrete.schema.model.ColumnType.Enumeration;
import dev.accrete.schema.model.ColumnType.Numeric;
import dev.accrete.schema.model.ColumnType.Raw;
import dev.accrete.schema.model.ColumnType.Simple;
import dev.accrete.schema.model.ColumnType.Sized;
import dev.accrete.schema.model.ColumnType.Timed;
import java.util.List;
import java.util.Set;

/**
 * Tells what a change of type does to the values.
 *
 * @implNote Source: PostgreSQL manual, 10.4 and {@code pg_cast} (assignment casts); H2 manual, "Data Conversion".
 */
public final class Conversions {

    /** A text of this length holds the text form of every number, date, boolean and UUID. */
    public static final int LONG_ENOUGH_FOR_ANY_SCALAR = 64;

    private static final Set<Simple.Kind> INTEGERS =
            Set.of(Simple.Kind.TINYINT, Simple.Kind.SMALLINT, Simple.Kind.INTEGER, Simple.Kind.BIGINT);

    private Conversions() {}

    /** What happens to values of {@code before} in a column of {@code after}. */
    public static Conversion between(ColumnType before, ColumnType after) {
        ColumnType from = RawTypes.known(before);
        ColumnType to = RawTypes.known(after);
        if (from.equals(to)) {
            return Conversion.SAME;
        } else if (from instanceof Raw one && to instanceof Raw other) {
            return RawTypes.normalized(one.sql()).equals(RawTypes.normalized(other.sql()))
                    ? Conversion.SAME
                    : Conversion.NONE;
        } else if (from instanceof Enumeration one) {
            return ofEnumeration(one, to);
        } else if (to instanceof Enumeration enumeration) {
            return toEnumeration(from, enumeration);
        } else if (UuidForms.differ(from, to)) {
            return lossyIf(UuidForms.isText(from));
        } else if (from instanceof Array one && to instanceof Array other) {
            if (!isArrayCast(one.element(), other.element())) {
                return Conversion.NONE;
            }
            boolean shorter = other.length().isPresent()
                    && (one.length().isEmpty()
                            || one.length().getAsInt() > other.length().getAsInt());
            return between(one.element(), other.element()).or(shorter ? Conversion.LOSSY : Conversion.KEEPING);
        } else if (isCharacter(from) && isCharacter(to) || isBinary(from) && isBinary(to)) {
            // Also into and out of large objects.
            return lossyIf(length(to) < length(from));
        } else if (isNumber(from) && isNumber(to)) {
            return ofNumber(from, to);
        } else if (isTime(from) && isTime(to)) {
            return ofTime(from, to);
        } else if (isCharacter(to) && isScalar(from)) {
            return lossyIf(length(to) < LONG_ENOUGH_FOR_ANY_SCALAR);
        }
        return Conversion.NONE;
    }

    private static boolean isArrayCast(ColumnType from, ColumnType to) {
        return from.equals(to) || Casts.exist(from, to);
    }

    private static Conversion lossyIf(boolean lossy) {
        return lossy ? Conversion.LOSSY : Conversion.KEEPING;
    }

    // Enums

    private static Conversion ofEnumeration(Enumeration before, ColumnType after) {
        if (after instanceof Enumeration other) {
            if (before.storage() != other.storage()) {
                return Conversion.NONE;
            }
            return before.storage() == Enumeration.Storage.STRING
                    ? lossyIf(!other.constants().containsAll(before.constants()))
                    : lossyIf(!startsWith(other.constants(), before.constants()));
        } else if (before.storage() == Enumeration.Storage.STRING) {
            return isCharacter(after) ? lossyIf(length(after) < longest(before)) : Conversion.NONE;
        }
        return isNumber(after) ? Conversion.KEEPING : Conversion.NONE;
    }

    private static Conversion toEnumeration(ColumnType before, Enumeration after) {
        boolean fits = after.storage() == Enumeration.Storage.STRING ? isCharacter(before) : isInteger(before);
        return fits ? Conversion.LOSSY : Conversion.NONE;
    }

    private static boolean startsWith(List<String> list, List<String> start) {
        return list.size() >= start.size() && list.subList(0, start.size()).equals(start);
    }

    private static long longest(Enumeration type) {
        return type.constants().stream().mapToLong(String::length).max().orElse(0);
    }

    // Characters and bytes

    public static boolean isCharacter(ColumnType type) {
        return type instanceof Sized sized && !isBinary(sized)
                || type instanceof Simple simple
                        && switch (simple.kind()) {
                            case LONG32VARCHAR, LONG32NVARCHAR, CLOB, NCLOB -> true;
                            default -> false;
                        };
    }

    /** Whether values are texts that stand in the row. */
    public static boolean isText(ColumnType type) {
        return isCharacter(type) && !isLarge(type);
    }

    /** Whether values are objects of their own, which each database reads and writes in its own way. */
    public static boolean isLarge(ColumnType type) {
        return type instanceof Simple simple
                && switch (simple.kind()) {
                    case CLOB, NCLOB, BLOB -> true;
                    default -> false;
                };
    }

    public static boolean isBinary(ColumnType type) {
        return type instanceof Sized sized
                        && (sized.kind() == Sized.Kind.BINARY || sized.kind() == Sized.Kind.VARBINARY)
                || type instanceof Simple simple
                        && (simple.kind() == Simple.Kind.LONG32VARBINARY || simple.kind() == Simple.Kind.BLOB);
    }

    /** Whether values are bytes that stand in the row. */
    public static boolean isBytes(ColumnType type) {
        return isBinary(type) && !isLarge(type);
    }

    /** Whether they are as many as there are, and may be a text: a fixed number of them is a UUID, or padded. */
    public static boolean isVaryingBytes(ColumnType type) {
        return type instanceof Sized sized && sized.kind() == Sized.Kind.VARBINARY;
    }

    private static long length(ColumnType type) {
        return type instanceof Sized sized ? sized.length() : Long.MAX_VALUE;
    }

    // Numbers

    public static boolean isInteger(ColumnType type) {
        return type instanceof Simple simple && INTEGERS.contains(simple.kind());
    }

    public static boolean isNumber(ColumnType type) {
        return isInteger(type) || type instanceof Numeric;
    }

    private static Conversion ofNumber(ColumnType before, ColumnType after) {
        if (before instanceof Numeric from && from.kind() == Numeric.Kind.FLOAT) {
            return lossyIf(!(after instanceof Numeric to
                    && to.kind() == Numeric.Kind.FLOAT
                    && to.precision() >= from.precision()));
        } else if (after instanceof Numeric to && to.kind() == Numeric.Kind.FLOAT) {
            return lossyIf(scale(before) > 0 || bits(before) > to.precision());
        }
        // An integer type holds some numbers of its greatest number of digits, not all.
        int held = isInteger(after) && !isInteger(before) ? digits(after) - 1 : digits(after);
        return lossyIf(scale(after) < scale(before) || held < digits(before));
    }

    private static int scale(ColumnType type) {
        return type instanceof Numeric numeric ? numeric.scale() : 0;
    }

    /** The most digits before the point that a value has. */
    private static int digits(ColumnType type) {
        if (type instanceof Numeric numeric) {
            return numeric.precision() - numeric.scale();
        }
        return type instanceof Simple simple
                ? switch (simple.kind()) {
                    case TINYINT -> 3;
                    case SMALLINT -> 5;
                    case INTEGER -> 10;
                    default -> 19;
                }
                : 0;
    }

    private static int bits(ColumnType type) {
        return digits(type) <= 5 ? 16 : digits(type) <= 10 ? 32 : 64;
    }

    // Dates and times

    private static boolean isTime(ColumnType type) {
        return type instanceof Timed timed && timed.kind() != Timed.Kind.INTERVAL_SECOND
                || type instanceof Simple simple && simple.kind() == Simple.Kind.DATE;
    }

    private static Conversion ofTime(ColumnType before, ColumnType after) {
        if (before instanceof Timed from && after instanceof Timed to) {
            // Between kinds the session's time zone decides, or a part is cut off.
            return from.kind() == to.kind()
                    ? lossyIf(to.precision() < from.precision())
                    : isTimestamp(from) || !isTimestamp(to) ? Conversion.LOSSY : Conversion.NONE;
        } else if (after instanceof Timed to) {
            return isTimestamp(to) ? lossyIf(to.kind() != Timed.Kind.TIMESTAMP) : Conversion.NONE;
        }
        return before instanceof Timed from && isTimestamp(from) ? Conversion.LOSSY : Conversion.NONE;
    }

    private static boolean isTimestamp(Timed type) {
        return type.kind() == Timed.Kind.TIMESTAMP || type.kind() == Timed.Kind.TIMESTAMP_WITH_TIMEZONE;
    }

    private static boolean isScalar(ColumnType type) {
        return isNumber(type)
                || isTime(type)
                || type instanceof Simple simple
                        && (simple.kind() == Simple.Kind.BOOLEAN || simple.kind() == Simple.Kind.UUID);
    }
}
