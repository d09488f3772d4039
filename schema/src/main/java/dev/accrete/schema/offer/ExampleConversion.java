package dev.accrete.schema.offer;

import dev.accrete.schema.conversion.Casts;
import dev.accrete.schema.conversion.Conversions;
import dev.accrete.schema.conversion.RawTypes;
import dev.accrete.schema.conversion.TruthValues;
import dev.accrete.schema.conversion.UuidForms;
import dev.accrete.schema.model.AllowedValues;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.ColumnType.Enumeration;
import dev.accrete.schema.model.ColumnType.Enumeration.Storage;
import dev.accrete.schema.model.ColumnType.Numeric;
import dev.accrete.schema.model.ColumnType.Simple;
import dev.accrete.schema.model.ColumnType.Sized;
import dev.accrete.schema.model.ColumnType.Timed;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.TypeDefinition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The conversion that a message offers for a change of type: SQL that both databases run as it stands.
 *
 * @implNote Source: PostgreSQL manual, CREATE CAST ({@code pg_cast}); H2 manual, "Data Conversion"; measured on both.
 */
public final class ExampleConversion {

    private static final int HEXADECIMAL_DIGITS_OF_UUID = 32;

    private final Schema before;
    private final Schema after;

    public ExampleConversion(Schema before, Schema after) {
        this.before = before;
        this.after = after;
    }

    /** An expression over the column's old value. */
    public String of(Column from, Column to) {
        ColumnType then = known(from.type(), before);
        String name = readable(to.name().toString(), then, from.type());
        ColumnType now = known(to.type(), after);
        String missing = to.nullable() ? "null" : ExampleValue.of(to, after);
        String value;
        if (isLeftToDialects(then, now) && AllowedValues.listed(to).isEmpty()) {
            value = to.name().toString();
        } else if (now instanceof Enumeration labels) {
            value = toConstants(name, then, labels, missing);
        } else if (then instanceof Enumeration labels
                && labels.storage() == Storage.STRING
                && Conversions.isBinary(now)) {
            // H2 casts a constant of an enum to nothing but a text.
            value = "cast(cast(" + to.name() + " as varchar) as bytea)";
        } else if (then instanceof Enumeration labels
                && labels.storage() == Storage.STRING
                && Conversions.isNumber(now)) {
            value = cases(
                    name,
                    labels.constants().stream().map(ExampleConversion::literal).toList(),
                    IntStream.range(0, labels.constants().size())
                            .mapToObj(String::valueOf)
                            .toList());
        } else {
            value = TruthValues.conversion(from, to, name)
                    .or(() -> toCodes(from, to, name, then, now, missing))
                    .orElseGet(() -> toType(name, then, now, missing));
        }
        return value;
    }

    /** A value as one of the column's type, where that has a name that both databases know. */
    public Optional<String> typed(String value, Column column) {
        return sqlName(known(column.type(), after)).map(type -> "cast(" + value + " as " + type + ")");
    }

    /** H2 casts long texts, PostgreSQL labels of a named type, to nothing but texts. */
    private static String readable(String name, ColumnType then, ColumnType stored) {
        boolean isLong = is(then, Simple.Kind.LONG32VARCHAR) || is(then, Simple.Kind.LONG32NVARCHAR);
        return isLong || then instanceof Enumeration && stored instanceof ColumnType.Named
                ? "cast(" + name + " as varchar)"
                : name;
    }

    /** What becomes of the labels that an enumerated type loses: those that stand in their place, else the first one. */
    public static String ofLabels(Column column, List<String> before, List<String> labels) {
        String name = column.name().toString();
        Map<String, String> successors = AllowedValues.successors(literals(before), literals(labels));
        String cases = before.stream()
                .filter(label -> !labels.contains(label))
                .map(ExampleConversion::literal)
                .map(label -> " when " + label + " then " + successors.getOrDefault(label, literal(labels.get(0))))
                .collect(Collectors.joining());
        return "case " + name + cases + " else " + name + " end";
    }

    /** A named enumerated type by its labels, a column definition by what it says. */
    private static ColumnType known(ColumnType type, Schema schema) {
        if (type instanceof ColumnType.Named named) {
            return schema.types().stream()
                    .filter(definition -> definition.name().equals(named.name()))
                    .filter(TypeDefinition.EnumType.class::isInstance)
                    .map(TypeDefinition.EnumType.class::cast)
                    .findFirst()
                    .<ColumnType>map(definition -> new Enumeration(Storage.STRING, 255, definition.values()))
                    .orElse(type);
        }
        return RawTypes.known(type);
    }

    private static String toConstants(String name, ColumnType then, Enumeration now, String missing) {
        List<String> values = IntStream.range(0, now.constants().size())
                .mapToObj(i -> value(now, i))
                .toList();
        if (then instanceof Enumeration old) {
            boolean asTheyAre = old.storage() == Storage.STRING
                    && now.storage() == Storage.STRING
                    && now.constants().containsAll(old.constants());
            return asTheyAre ? name : toConstants(name, old, now, missing);
        } else if (Conversions.isText(then)) {
            List<String> names =
                    now.constants().stream().map(ExampleConversion::literal).toList();
            return otherwise(cases(name, names, values), missing);
        } else if (Conversions.isNumber(then)) {
            List<String> positions =
                    IntStream.range(0, values.size()).mapToObj(String::valueOf).toList();
            return otherwise(cases(name, positions, values), missing);
        }
        return missing;
    }

    /** Each constant becomes itself, or the one that stands in its place by now. */
    private static String toConstants(String name, Enumeration then, Enumeration now, String missing) {
        List<String> fresh = literals(now.constants());
        Map<String, String> successors = AllowedValues.successors(literals(then.constants()), fresh);
        List<String> values = IntStream.range(0, then.constants().size())
                .mapToObj(i -> value(then, i))
                .toList();
        List<String> results = literals(then.constants()).stream()
                .map(constant -> Optional.ofNullable(successors.get(constant))
                        .map(successor -> value(now, fresh.indexOf(successor)))
                        .orElse(missing))
                .toList();
        // Positions of constants that have other names stay what they are.
        return values.equals(results) ? name : cases(name, values, results);
    }

    private static List<String> literals(List<String> constants) {
        return constants.stream().map(ExampleConversion::literal).toList();
    }

    /** What a hierarchy's classes are called by, or a converter's codes, of which the two of a truth value can be told apart. */
    private static Optional<String> toCodes(
            Column from, Column to, String name, ColumnType then, ColumnType now, String missing) {
        List<String> codes = AllowedValues.listed(to);
        if (codes.isEmpty()) {
            return Optional.empty();
        } else if (is(then, Simple.Kind.BOOLEAN)) {
            return Optional.of("case when " + name + " then " + codes.get(codes.size() - 1) + " when not " + name
                    + " then " + codes.get(0) + " end");
        }
        boolean alike = Conversions.isText(then) && Conversions.isText(now)
                || Conversions.isNumber(then) && Conversions.isNumber(now);
        Map<String, String> successors =
                then instanceof Enumeration ? Map.of() : AllowedValues.successors(AllowedValues.listed(from), codes);
        if (!successors.isEmpty()) {
            return Optional.of(otherwise(
                    cases(name, List.copyOf(successors.keySet()), List.copyOf(successors.values())), missing));
        }
        return Optional.of(alike ? otherwise(cases(name, codes, codes), missing) : missing);
    }

    /** Each database has its own functions or types for them. */
    private static boolean isLeftToDialects(ColumnType then, ColumnType now) {
        boolean xml = is(now, Simple.Kind.XML) && Conversions.isText(then)
                || is(then, Simple.Kind.XML) && Conversions.isText(now);
        boolean json = is(now, Simple.Kind.JSON) && Conversions.isText(then);
        boolean bytes = Conversions.isVaryingBytes(now) && Conversions.isText(then)
                || Conversions.isVaryingBytes(then) && Conversions.isText(now);
        boolean labels = then instanceof Enumeration || now instanceof Enumeration;
        boolean large = Conversions.isLarge(then) || Conversions.isLarge(now);
        return large && !labels && !(now instanceof ColumnType.Array)
                || UuidForms.differ(then, now)
                || xml
                || json
                || bytes;
    }

    private static String toType(String name, ColumnType then, ColumnType now, String missing) {
        if (Conversions.isText(then) && now instanceof Sized sized && Conversions.isText(now)) {
            return "substring(" + name + " from 1 for " + sized.length() + ")";
        } else if (is(then, Simple.Kind.BOOLEAN) && Conversions.isNumber(now)) {
            return "case when " + name + " then 1 when not " + name + " then 0 end";
        } else if (Conversions.isNumber(then) && is(now, Simple.Kind.BOOLEAN)) {
            return name + " <> 0";
        } else if (is(then, Simple.Kind.BOOLEAN) && isLetter(now)) {
            return "case when " + name + " then 'Y' when not " + name + " then 'N' end";
        } else if (isLetter(then) && Conversions.isInteger(now)) {
            // It may be how a truth value is stored, or a digit.
            return "case when " + name + " in ('Y', 'T') then 1 when " + name + " in ('N', 'F') then 0 else cast("
                    + name + " as " + sqlName(now).orElseThrow() + ") end";
        } else if (Conversions.isText(then) && is(now, Simple.Kind.BOOLEAN)) {
            return otherwise(
                    "case when lower(" + name + ") in ('true', 't', 'yes', 'y', '1') then true when lower(" + name
                            + ") in ('false', 'f', 'no', 'n', '0') then false end",
                    missing);
        } else if (Conversions.isInteger(then) && is(now, Simple.Kind.UUID)) {
            return "cast(lpad(cast(" + name + " as varchar), " + HEXADECIMAL_DIGITS_OF_UUID + ", '0') as uuid)";
        } else if (now instanceof ColumnType.Array array && becomesElement(then, array.element())) {
            return "array[" + (array.element().equals(then) ? name : toType(name, then, array.element(), missing))
                    + "]";
        }
        return Casts.exist(then, now)
                ? sqlName(now).map(type -> "cast(" + name + " as " + type + ")").orElse(missing)
                : missing;
    }

    private static boolean becomesElement(ColumnType then, ColumnType element) {
        return Casts.exist(then, element) && !Casts.mayFail(then, element);
    }

    /** Cases that lead to nothing have no type, and PostgreSQL takes them for a text. */
    private static String cases(String name, List<String> from, List<String> to) {
        if (to.stream().allMatch("null"::equals)) {
            return "null";
        }
        return "case " + name
                + IntStream.range(0, from.size())
                        .mapToObj(i -> " when " + from.get(i) + " then " + to.get(i))
                        .collect(Collectors.joining())
                + " end";
    }

    /** What none of the cases is. */
    private static String otherwise(String cases, String missing) {
        return missing.equals("null")
                ? cases
                : cases.replaceFirst(" end$", " else " + missing.replace("$", "\\$") + " end");
    }

    private static String value(Enumeration type, int position) {
        return type.storage() == Storage.ORDINAL
                ? String.valueOf(position)
                : literal(type.constants().get(position));
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** As which Hibernate stores a truth value, Y or N, where it is to be a CHAR. */
    private static boolean isLetter(ColumnType type) {
        return type instanceof Sized sized && sized.kind() == Sized.Kind.CHAR && sized.length() == 1;
    }

    private static boolean is(ColumnType type, Simple.Kind kind) {
        return type instanceof Simple simple && simple.kind() == kind;
    }

    /** The type's name in standard SQL, where it has one. */
    private static Optional<String> sqlName(ColumnType type) {
        String text = type.text();
        if (type instanceof ColumnType.Raw raw) {
            return Optional.of(raw.sql());
        } else if (Conversions.isCharacter(type)) {
            // The one name of texts that both databases know; what is too long was said.
            long length = type instanceof Sized sized ? sized.length() : 0;
            boolean fixed = text.startsWith("char(") || text.startsWith("nchar(");
            return Optional.of(fixed ? "char(" + length + ")" : length > 0 ? "varchar(" + length + ")" : "varchar");
        } else if (is(type, Simple.Kind.TINYINT)) {
            return Optional.of("smallint");
        } else if (type instanceof Numeric numeric && numeric.kind() == Numeric.Kind.FLOAT) {
            return Optional.of("double precision");
        } else if (type instanceof Sized || is(type, Simple.Kind.LONG32VARBINARY)) {
            // The one name of bytes that both databases know.
            return Optional.of("bytea");
        } else if (type instanceof Timed timed) {
            String zone = "_with_timezone";
            return Optional.of(text.contains(zone) ? text.replace(zone, "") + " with time zone" : text);
        }
        return Optional.of(text).filter(name -> name.matches("[a-z]+(\\([0-9,]+\\))?"));
    }
}
