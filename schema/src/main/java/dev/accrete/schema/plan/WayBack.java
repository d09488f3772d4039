package dev.accrete.schema.plan;

import dev.accrete.schema.conversion.Casts;
import dev.accrete.schema.conversion.Conversions;
import dev.accrete.schema.conversion.TruthValues;
import dev.accrete.schema.conversion.UuidForms;
import dev.accrete.schema.dialect.Dialect;
import dev.accrete.schema.model.AllowedValues;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.ColumnType.Enumeration;
import dev.accrete.schema.model.ColumnType.Enumeration.Storage;
import dev.accrete.schema.model.ColumnType.Numeric;
import dev.accrete.schema.model.ColumnType.Simple;
import dev.accrete.schema.model.ColumnType.Sized;
import dev.accrete.schema.model.ColumnType.Timed;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.TypeDefinition;
import dev.accrete.schema.sql.SqlQueries;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The conversion that takes a change of type back where the databases' own would fail on values that are new since: it
 * keeps what fits. Elsewhere they convert by themselves.
 */
final class WayBack {

    private static final int HEXADECIMAL_DIGITS_OF_UUID = 32;

    /** Of a number that a bigint takes in any case. */
    private static final int MOST_DIGITS = 18;

    private final Dialect dialect;
    private final Schema after;
    private final Schema before;

    /**
     * Takes what is known.
     *
     * @param after what there is after the migration
     * @param before what the undo script restores
     */
    WayBack(Dialect dialect, Schema after, Schema before) {
        this.dialect = dialect;
        this.after = after;
        this.before = before;
    }

    /**
     * SQL over the column's name.
     *
     * @param from the column after the migration
     * @param to the column before it
     * @param missing what stands in a required column instead of a value that does not fit
     * @param isKey whether it belongs to a primary key, in which nothing can stand instead
     */
    Optional<String> conversion(Column from, Column to, Optional<String> missing, boolean isKey) {
        String name = dialect.identifier(QualifiedName.of(from.name()));
        ColumnType now = labels(from.type(), after);
        ColumnType then = labels(to.type(), before);
        if (now instanceof Enumeration one && then instanceof Enumeration other) {
            return between(one, other, name)
                    .or(() -> from.type() instanceof ColumnType.Named || to.type() instanceof ColumnType.Named
                            ? Optional.of(asText(from, name))
                            : Optional.empty())
                    .map(sql -> to.type() instanceof ColumnType.Named ? cast(sql, to.type()) : sql);
        } else if (then instanceof Enumeration other && text(from, now).isPresent()) {
            return Optional.of(toLabels(other, text(from, now).get(), missing.orElse("NULL")))
                    .map(sql -> to.type() instanceof ColumnType.Named ? cast(sql, to.type()) : sql);
        } else if (now instanceof Enumeration one && from.type() instanceof ColumnType.Named && isText(then)) {
            return one.constants().isEmpty() ? Optional.empty() : Optional.of(asText(from, name));
        }
        if (then instanceof Enumeration other && other.storage() == Storage.STRING && isNumber(now)) {
            return Optional.of(fromPositions(other, name, missing))
                    .map(sql -> to.type() instanceof ColumnType.Named ? cast(sql, to.type()) : sql);
        }
        if (now instanceof Enumeration one && one.storage() == Storage.STRING && isNumber(then)) {
            return Optional.of(positions(one, asText(from, name)));
        }
        if (now instanceof Enumeration one
                && one.storage() == Storage.STRING
                && isPlain(then)
                && !isText(then)
                && !isKey) {
            return Optional.of(cast(missing.orElse("NULL"), then));
        }
        if (then instanceof Enumeration other && other.storage() == Storage.STRING && isPlain(now) && !isKey) {
            String sql = is(now, Simple.Kind.BOOLEAN)
                    ? "CASE WHEN " + name + " THEN " + value(other, 0) + " WHEN NOT " + name + " THEN "
                            + value(other, other.constants().size() - 1) + " END"
                    : missing.orElse("NULL");
            return Optional.of(cast(sql, to.type()));
        }
        if (then instanceof Enumeration && to.type() instanceof ColumnType.Named && is(now, Simple.Kind.XML)) {
            return Optional.of(cast(missing.orElse("NULL"), to.type()));
        }
        ColumnType stored = stored(now);
        ColumnType restored = stored(then);
        return TruthValues.conversion(from, to, name)
                .map(sql -> missing.map(value -> "coalesce(" + sql + ", " + value + ")")
                        .orElse(sql))
                .or(() -> listed(from, to, name, missing))
                .or(() -> scalar(from, stored, restored, missing, isKey))
                .or(() -> ofArray(from, to, name, missing))
                .or(() -> isKey
                                || !isPlain(stored)
                                || !isPlain(restored)
                                || Casts.exist(stored, restored)
                                || UuidForms.differ(stored, restored)
                        ? Optional.empty()
                        : Optional.of(cast(missing.orElse("NULL"), to.type())));
    }

    /** What was one value is the first of the array; between other arrays and types there is no cast. */
    private Optional<String> ofArray(Column from, Column to, String name, Optional<String> missing) {
        if (from.type() instanceof ColumnType.Array now && now.element().equals(to.type())) {
            return Optional.of(name + "[1]");
        }
        boolean arrays = from.type() instanceof ColumnType.Array now
                && to.type() instanceof ColumnType.Array then
                && (now.element().equals(then.element()) || Casts.exist(now.element(), then.element()));
        boolean neither = !(from.type() instanceof ColumnType.Array) && !(to.type() instanceof ColumnType.Array);
        return arrays || neither || isText(from.type()) || isText(to.type())
                ? Optional.empty()
                : Optional.of(cast(missing.orElse("NULL"), to.type()));
    }

    /** A constant is a number or a text. */
    private static ColumnType stored(ColumnType type) {
        if (!(type instanceof Enumeration constants)) {
            return type;
        }
        return constants.storage() == Storage.ORDINAL
                ? new Simple(Simple.Kind.SMALLINT)
                : new Sized(Sized.Kind.VARCHAR, 0);
    }

    /** Whether a value is of one piece, so that what casts do is all that can be done. */
    private static boolean isPlain(ColumnType type) {
        return type instanceof Sized
                || type instanceof Numeric
                || type instanceof Timed
                || type instanceof Simple simple
                        && switch (simple.kind()) {
                            case CLOB, NCLOB, BLOB -> false;
                            default -> true;
                        };
    }

    /** What became a constant by its position. */
    private static String positions(Enumeration now, String name) {
        return "CASE " + name
                + IntStream.range(0, now.constants().size())
                        .mapToObj(i -> " WHEN '" + now.constants().get(i).replace("'", "''") + "' THEN " + i)
                        .collect(Collectors.joining())
                + " END";
    }

    /** What was a constant before it became a number; what is no position of one is none. */
    private static String fromPositions(Enumeration then, String name, Optional<String> missing) {
        return "CASE " + name
                + IntStream.range(0, then.constants().size())
                        .mapToObj(i -> " WHEN " + i + " THEN " + value(then, i))
                        .collect(Collectors.joining())
                + otherwise(missing) + " END";
    }

    private Optional<String> scalar(
            Column from, ColumnType now, ColumnType then, Optional<String> missing, boolean isKey) {
        String name = isLarge(now)
                ? "CAST(" + dialect.text(from) + " AS varchar)"
                : dialect.identifier(QualifiedName.of(from.name()));
        if (now instanceof Sized one && then instanceof Sized other) {
            boolean sameKind = one.kind() == other.kind()
                    && (one.kind() == Sized.Kind.VARCHAR || one.kind() == Sized.Kind.NVARCHAR);
            boolean shorter = other.length() != 0 && (one.length() == 0 || one.length() > other.length());
            return sameKind && shorter
                    ? Optional.of("substring(" + name + " from 1 for " + other.length() + ")")
                    : Optional.empty();
        } else if (isLarge(now) && isText(then) && then instanceof Sized other && other.length() > 0) {
            return Optional.of("substring(" + dialect.text(from) + " from 1 for " + other.length() + ")");
        } else if (is(now, Simple.Kind.BOOLEAN) && isWhole(then)) {
            return Optional.of("CASE WHEN " + name + " THEN 1 WHEN NOT " + name + " THEN 0 END");
        } else if (isWhole(now) && is(then, Simple.Kind.BOOLEAN)) {
            return Optional.of(name + " <> 0");
        } else if (isWhole(now) && is(then, Simple.Kind.UUID)) {
            return Optional.of(cast("lpad(CAST(" + name + " AS varchar), 32, '0')", then));
        } else if (is(now, Simple.Kind.UUID) && isWhole(then)) {
            return Optional.of(cast("replace(CAST(" + name + " AS varchar), '-', '')", then));
        } else if (isKey && isWhole(now) && is(then, Simple.Kind.DATE)) {
            return Optional.of("DATE '1970-01-01' + CAST(" + name + " AS integer)");
        } else if (isText(then) && !isKey && isLonger(now, then)) {
            return Optional.of(shortText(name, now, ((Sized) then).length(), missing));
        } else if (isKey || !isText(now) && !isLarge(now)) {
            return Optional.empty();
        } else if (isWhole(then) || then instanceof Numeric) {
            // What is no number, such as an empty text, would stop the script.
            String number = isWhole(then) ? "^-?[0-9]+$" : "^-?[0-9]+([.][0-9]+)?$";
            return Optional.of("CASE WHEN " + name + " <> '' AND regexp_replace(" + name + ", '" + number
                    + "', '') = '' THEN " + cast(name, then) + otherwise(missing, then) + " END");
        } else if (now instanceof Sized sized && sized.length() > 0 && sized.length() < shortest(then)) {
            return Optional.of(cast(missing.orElse("NULL"), then));
        } else if (then instanceof Timed || isOfOneForm(then)) {
            return Optional.of(
                    "CASE WHEN " + name + " <> '' THEN " + cast(name, then) + otherwise(missing, then) + " END");
        }
        return Optional.empty();
    }

    /** Whether the text of a value that is none may have more characters than a type takes. */
    private static boolean isLonger(ColumnType now, ColumnType text) {
        return text instanceof Sized sized
                && sized.length() > 0
                && sized.length() < longest(now)
                && !UuidForms.differ(now, text);
    }

    /** The characters that a value of a type has at most, as text; none for texts and bytes. */
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
                default -> 0;
            };
        }
        return type instanceof Numeric || type instanceof Timed ? Conversions.LONG_ENOUGH_FOR_ANY_SCALAR : 0;
    }

    /** What is too long is none; a truth value has a letter, and a number that is whole no fraction. */
    private static String shortText(String name, ColumnType now, long length, Optional<String> missing) {
        if (is(now, Simple.Kind.BOOLEAN)) {
            return "CASE WHEN " + name + " THEN 't' WHEN NOT " + name + " THEN 'f' END";
        }
        String text = "CAST(" + name + " AS varchar)";
        long digits = Math.min(length, MOST_DIGITS);
        String whole = now instanceof Numeric
                ? " WHEN " + name + " BETWEEN " + (1 - power(digits - 1)) + " AND " + (power(digits) - 1) + " AND "
                        + name + " = floor(" + name + ") THEN CAST(CAST(" + name + " AS bigint) AS varchar)"
                : "";
        return "CASE WHEN char_length(" + text + ") <= " + length + " THEN " + text + whole + otherwise(missing)
                + " END";
    }

    private static long power(long digits) {
        return BigInteger.TEN.pow((int) digits).longValueExact();
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
        return is(type, Simple.Kind.DATE)
                ? "2020-01-01".length()
                : is(type, Simple.Kind.UUID) ? HEXADECIMAL_DIGITS_OF_UUID : 0;
    }

    /** Values of a discriminator or codes of a converter, which allow no other ones. */
    private Optional<String> listed(Column from, Column to, String name, Optional<String> missing) {
        List<String> allowed = AllowedValues.listed(to);
        List<String> now = AllowedValues.listed(from);
        if (allowed.isEmpty() || !now.isEmpty() && allowed.containsAll(now)) {
            return Optional.empty();
        } else if (is(from.type(), Simple.Kind.BOOLEAN)
                && isText(to.type())
                && TruthValues.of(to).isEmpty()) {
            return Optional.of("CASE WHEN " + name + " THEN " + allowed.get(0) + " WHEN NOT " + name + " THEN "
                    + allowed.get(allowed.size() - 1) + " END");
        }
        boolean alike = isText(from.type()) && isText(to.type()) || isNumber(from.type()) && isNumber(to.type());
        boolean asText = (isText(from.type()) || isBytes(from.type()) || isNumber(from.type()))
                && (isText(to.type()) || isNumber(to.type()));
        if (!alike && !asText) {
            return Optional.empty();
        }
        return Optional.of("CASE " + (alike ? name : "CAST(" + name + " AS varchar)")
                + allowed.stream()
                        .map(value -> " WHEN " + (alike || value.startsWith("'") ? value : "'" + value + "'") + " THEN "
                                + value)
                        .collect(Collectors.joining())
                + otherwise(missing) + " END");
    }

    /** What a query finds may have another type until its own conversion. */
    private String otherwise(Optional<String> missing, ColumnType type) {
        return otherwise(missing.map(value -> SqlQueries.hasQuery(value) ? cast(value, type) : value));
    }

    private static String otherwise(Optional<String> missing) {
        return missing.map(value -> " ELSE " + value).orElse("");
    }

    private String cast(String sql, ColumnType type) {
        return "CAST(" + sql + " AS " + dialect.typeName(type) + ")";
    }

    private static String asText(Column from, String name) {
        return from.type() instanceof ColumnType.Named ? "CAST(" + name + " AS varchar)" : name;
    }

    /** The text that stands in a column, in its bytes too; empty if neither is in it. */
    private Optional<String> text(Column column, ColumnType type) {
        String name = dialect.identifier(QualifiedName.of(column.name()));
        if (isText(type)) {
            return Optional.of(asText(column, name));
        }
        return isBytes(type) || isLarge(type)
                ? Optional.of("CAST(" + dialect.text(column) + " AS varchar)")
                : Optional.empty();
    }

    /** A named enumerated type by its labels. */
    private static ColumnType labels(ColumnType type, Schema schema) {
        return type instanceof ColumnType.Named named
                ? schema.types().stream()
                        .filter(definition -> definition.name().equals(named.name()))
                        .filter(TypeDefinition.EnumType.class::isInstance)
                        .map(TypeDefinition.EnumType.class::cast)
                        .findFirst()
                        .<ColumnType>map(definition -> new Enumeration(Storage.STRING, 0, definition.values()))
                        .orElse(type)
                : type;
    }

    /** By constants: those that there were stay, others become the first one. */
    private static Optional<String> between(Enumeration now, Enumeration then, String name) {
        if (then.constants().isEmpty()) {
            return Optional.empty();
        }
        boolean kept = now.storage() == then.storage()
                && (now.storage() == Storage.STRING
                        ? then.constants().containsAll(now.constants())
                        : startsWith(then.constants(), now.constants()));
        if (kept) {
            return Optional.empty();
        }
        String cases = IntStream.range(0, now.constants().size())
                .filter(i -> then.constants().contains(now.constants().get(i)))
                .mapToObj(i -> " WHEN " + value(now, i) + " THEN "
                        + value(then, then.constants().indexOf(now.constants().get(i))))
                .collect(Collectors.joining());
        // No ELSE: a missing value stays one.
        String others = IntStream.range(0, now.constants().size())
                .filter(i -> !then.constants().contains(now.constants().get(i)))
                .mapToObj(i -> " WHEN " + value(now, i) + " THEN " + value(then, 0))
                .collect(Collectors.joining());
        return Optional.of("CASE " + name + cases + others + " END");
    }

    /** Any text: what is no constant has no place. */
    private static String toLabels(Enumeration then, String name, String missing) {
        String cases = IntStream.range(0, then.constants().size())
                .mapToObj(i -> " WHEN '" + then.constants().get(i).replace("'", "''") + "' THEN " + value(then, i))
                .collect(Collectors.joining());
        return "CASE " + name + cases + (missing.equals("NULL") ? "" : " ELSE " + missing) + " END";
    }

    private static boolean startsWith(List<String> list, List<String> start) {
        return list.size() >= start.size() && list.subList(0, start.size()).equals(start);
    }

    private static String value(Enumeration type, int position) {
        return type.storage() == Storage.ORDINAL
                ? String.valueOf(position)
                : "'" + type.constants().get(position).replace("'", "''") + "'";
    }

    private static boolean isText(ColumnType type) {
        return type instanceof Sized sized
                        && switch (sized.kind()) {
                            case CHAR, NCHAR, VARCHAR, NVARCHAR -> true;
                            default -> false;
                        }
                || is(type, Simple.Kind.LONG32VARCHAR)
                || is(type, Simple.Kind.LONG32NVARCHAR);
    }

    private static boolean isBytes(ColumnType type) {
        return type instanceof Sized && !isText(type) || is(type, Simple.Kind.LONG32VARBINARY);
    }

    private static boolean isLarge(ColumnType type) {
        return Conversions.isLarge(type) || is(type, Simple.Kind.LONG32VARCHAR) || is(type, Simple.Kind.LONG32NVARCHAR);
    }

    private static boolean isOfOneForm(ColumnType type) {
        return is(type, Simple.Kind.DATE) || is(type, Simple.Kind.UUID) || is(type, Simple.Kind.BOOLEAN);
    }

    private static boolean is(ColumnType type, Simple.Kind kind) {
        return type instanceof Simple simple && simple.kind() == kind;
    }

    private static boolean isNumber(ColumnType type) {
        return isWhole(type) || type instanceof Numeric;
    }

    private static boolean isWhole(ColumnType type) {
        return type instanceof Simple simple
                && switch (simple.kind()) {
                    case TINYINT, SMALLINT, INTEGER, BIGINT -> true;
                    default -> false;
                };
    }
}
