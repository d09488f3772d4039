package dev.accrete.schema.offer;

import dev.accrete.schema.conversion.Conversions;
import dev.accrete.schema.model.ColumnType;
import java.util.Optional;

/** Words a number as a value of a column's type, another one for each number: SQL that both databases run as it stands. */
final class NumberedValue {

    private static final int HEXADECIMAL_DIGITS_OF_UUID = 32;

    private NumberedValue() {}

    /** @return an SQL expression; empty for a type of which no values are known */
    static Optional<String> of(String number, ColumnType type) {
        if (Conversions.isNumber(type)) {
            return Optional.of(number);
        } else if (isUuid(type)) {
            return Optional.of(uuid(number));
        } else if (Conversions.isCharacter(type)) {
            return Optional.of("cast(" + number + " as varchar)");
        } else if (Conversions.isVaryingBytes(type)) {
            return Optional.of("cast(cast(" + number + " as varchar) as bytea)");
        } else if (type instanceof ColumnType.Simple simple && simple.kind() == ColumnType.Simple.Kind.DATE) {
            return Optional.of("date '1970-01-01' + cast(" + number + " as integer)");
        }
        return type instanceof ColumnType.Timed timed ? ofTime(number, timed) : Optional.empty();
    }

    private static Optional<String> ofTime(String number, ColumnType.Timed type) {
        String seconds = number + " * interval '1' second";
        return switch (type.kind()) {
            case TIMESTAMP, TIMESTAMP_WITH_TIMEZONE -> Optional.of("timestamp '1970-01-01 00:00:00' + " + seconds);
            case INTERVAL_SECOND -> Optional.of(seconds);
            // A day has few, but nothing else is another one for each number.
            case TIME -> Optional.of("time '00:00:00' + " + seconds);
            case TIME_WITH_TIMEZONE -> Optional.of("time with time zone '00:00:00+00' + " + seconds);
        };
    }

    static String uuid(String number) {
        return "cast(lpad(cast(" + number + " as varchar), " + HEXADECIMAL_DIGITS_OF_UUID + ", '0') as uuid)";
    }

    static boolean isUuid(ColumnType type) {
        return type instanceof ColumnType.Simple simple && simple.kind() == ColumnType.Simple.Kind.UUID;
    }
}
