package dev.accrete.schema.conversion;

import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.ColumnType.Simple;
import dev.accrete.schema.model.ColumnType.Timed;

/**
 * Which values both databases convert by a cast.
 *
 * @implNote Source: PostgreSQL manual, CREATE CAST ({@code pg_cast}); H2 manual, "Data Conversion"; measured on both.
 */
public final class Casts {

    private Casts() {}

    /** Whether there is a cast; that a value fits is another question. */
    public static boolean exist(ColumnType from, ColumnType to) {
        boolean arrays = from instanceof ColumnType.Array || to instanceof ColumnType.Array;
        return from.equals(to)
                || !arrays
                        && (Conversions.isCharacter(from)
                                || Conversions.isCharacter(to)
                                || Conversions.isNumber(from) && Conversions.isNumber(to)
                                || Conversions.isBinary(from) && Conversions.isBinary(to)
                                || isMoment(from) && isMoment(to)
                                || isOfDay(from) && isOfDay(to)
                                || hasTimeOfDay(from, to));
    }

    /** Whether values of both types can be compared as they are. */
    public static boolean areCompared(ColumnType one, ColumnType other) {
        return one.equals(other)
                || Conversions.isNumber(one) && Conversions.isNumber(other)
                || Conversions.isCharacter(one) && Conversions.isCharacter(other)
                || isMoment(one) && isMoment(other)
                || isOfDay(one) && isOfDay(other);
    }

    /** Whether it depends on a text what becomes of it, and a database stops at one that stands for nothing. */
    public static boolean mayFail(ColumnType from, ColumnType to) {
        boolean read = Conversions.isNumber(to)
                || isMoment(to)
                || isOfDay(to)
                || to instanceof Simple simple
                        && switch (simple.kind()) {
                            case UUID, BOOLEAN, JSON, XML -> true;
                            default -> false;
                        };
        return (Conversions.isCharacter(from) || Conversions.isLarge(from)) && read;
    }

    private static boolean isMoment(ColumnType type) {
        return type instanceof Simple simple && simple.kind() == Simple.Kind.DATE
                || is(type, Timed.Kind.TIMESTAMP)
                || is(type, Timed.Kind.TIMESTAMP_WITH_TIMEZONE);
    }

    private static boolean isOfDay(ColumnType type) {
        return is(type, Timed.Kind.TIME) || is(type, Timed.Kind.TIME_WITH_TIMEZONE);
    }

    /** Where nothing but the zone has to be there already. */
    private static boolean hasTimeOfDay(ColumnType from, ColumnType to) {
        return is(to, Timed.Kind.TIME) && is(from, Timed.Kind.TIMESTAMP)
                || isOfDay(to) && is(from, Timed.Kind.TIMESTAMP_WITH_TIMEZONE);
    }

    private static boolean is(ColumnType type, Timed.Kind kind) {
        return type instanceof Timed timed && timed.kind() == kind;
    }
}
