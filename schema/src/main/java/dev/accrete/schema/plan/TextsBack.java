package dev.accrete.schema.plan;

import dev.accrete.schema.conversion.Conversions;
import dev.accrete.schema.conversion.TextForms;
import dev.accrete.schema.conversion.UuidForms;
import dev.accrete.schema.dialect.Dialect;
import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.ColumnType.Numeric;
import dev.accrete.schema.model.ColumnType.Simple;
import dev.accrete.schema.model.ColumnType.Sized;
import dev.accrete.schema.model.ColumnType.Timed;
import java.math.BigInteger;
import java.util.Optional;

/**
 * Values that go back into a text, which may be too short for them, or come back out of one, which may say anything by now: what
 * does not fit is none.
 */
final class TextsBack {

    private static final int HEXADECIMAL_DIGITS_OF_UUID = 32;

    /** Of a number that a bigint takes in any case. */
    private static final int MOST_DIGITS = 18;

    private final Dialect dialect;
    private final Instead instead;

    TextsBack(Dialect dialect, Instead instead) {
        this.dialect = dialect;
        this.instead = instead;
    }

    /**
     * The beginning of a text that is longer, or a value that is none if its text is not too long.
     *
     * @param name SQL of the value, for bytes and large objects of their text
     */
    Optional<String> into(ColumnType then, String name, ColumnType now) {
        if (!Conversions.isText(then) || !(then instanceof Sized text) || text.length() == 0) {
            return Optional.empty();
        } else if (Conversions.isCharacter(now) || Conversions.isBinary(now)) {
            boolean longer = !(now instanceof Sized sized)
                    || Conversions.isBytes(now)
                    || sized.length() == 0
                    || sized.length() > text.length();
            return longer ? Optional.of("substring(" + name + " from 1 for " + text.length() + ")") : Optional.empty();
        }
        return text.length() < longest(now) && !UuidForms.differ(now, then)
                ? Optional.of(ifShort(name, now, text.length()))
                : Optional.empty();
    }

    /** The characters that a value of a type has at most, as text. */
    private static int longest(ColumnType type) {
        if (type instanceof Simple simple) {
            return switch (simple.kind()) {
                case BOOLEAN -> "false".length();
                case TINYINT -> "-128".length();
                case SMALLINT -> "-32768".length();
                case INTEGER -> "-2147483648".length();
                case BIGINT -> "-9223372036854775808".length();
                case DATE -> "2020-01-01".length();
                case UUID -> "00000000-0000-0000-0000-000000000000".length();
                case JSON -> Integer.MAX_VALUE;
                default -> 0;
            };
        } else if (type instanceof ColumnType.Array) {
            return Integer.MAX_VALUE;
        }
        return type instanceof Numeric || type instanceof Timed ? Conversions.LONG_ENOUGH_FOR_ANY_SCALAR : 0;
    }

    /** What is too long is none; a truth value has a letter, and a number that is whole no fraction. */
    private String ifShort(String name, ColumnType now, long length) {
        if (WayBack.is(now, Simple.Kind.BOOLEAN)) {
            return "CASE WHEN " + name + " THEN 't' WHEN NOT " + name + " THEN 'f' END";
        }
        String text = "CAST(" + name + " AS varchar)";
        long digits = Math.min(length, MOST_DIGITS);
        String whole = now instanceof Numeric
                ? " WHEN " + name + " BETWEEN " + (1 - power(digits - 1)) + " AND " + (power(digits) - 1) + " AND "
                        + name + " = floor(" + name + ") THEN CAST(CAST(" + name + " AS bigint) AS varchar)"
                : "";
        return "CASE WHEN char_length(" + text + ") <= " + length + " THEN " + text + whole + instead.otherwise()
                + " END";
    }

    private static long power(long digits) {
        return BigInteger.TEN.pow((int) digits).longValueExact();
    }

    /**
     * What a text stands for: an empty one, and what is no number or JSON, would stop the script.
     *
     * @param name SQL of the text
     */
    Optional<String> outOf(ColumnType now, String name, ColumnType then) {
        if (now instanceof Sized sized && sized.length() > 0 && sized.length() < shortest(then)) {
            return Optional.of(instead.as(then));
        } else if (WayBack.is(then, Simple.Kind.JSON)) {
            return Optional.of("CASE WHEN " + name + " LIKE '{%}' OR " + name + " LIKE '[%]' OR " + name
                    + " LIKE '\"%\"' OR "
                    + TextForms.isOf(name, TextForms.jsonLiteral()) + " THEN "
                    + dialect.read(name, then) + instead.otherwise(then) + " END");
        }
        return TextForms.of(then).map(form -> read(name, form, then)).or(() -> unlessEmpty(name, then));
    }

    private Optional<String> unlessEmpty(String name, ColumnType then) {
        return then instanceof Timed || WayBack.is(then, Simple.Kind.BOOLEAN)
                ? Optional.of("CASE WHEN " + name + " <> '' THEN " + dialect.read(name, then) + instead.otherwise(then)
                        + " END")
                : Optional.empty();
    }

    private String read(String name, String form, ColumnType type) {
        return "CASE WHEN " + TextForms.isOf(name, form) + " THEN " + dialect.read(name, type) + instead.otherwise(type)
                + " END";
    }

    /** The characters that each value of a type has at least, where a text may be one. */
    private static int shortest(ColumnType type) {
        if (type instanceof Timed timed) {
            return switch (timed.kind()) {
                case TIMESTAMP, TIMESTAMP_WITH_TIMEZONE -> "2020-01-01 00:00".length();
                case TIME, TIME_WITH_TIMEZONE -> "00:00".length();
                case INTERVAL_SECOND -> 1;
            };
        }
        return WayBack.is(type, Simple.Kind.DATE)
                ? "2020-01-01".length()
                : WayBack.is(type, Simple.Kind.UUID) ? HEXADECIMAL_DIGITS_OF_UUID : 0;
    }
}
