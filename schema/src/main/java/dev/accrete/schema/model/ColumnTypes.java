package dev.accrete.schema.model;

import dev.accrete.schema.model.ColumnType.Array;
import dev.accrete.schema.model.ColumnType.Enumeration;
import dev.accrete.schema.model.ColumnType.Named;
import dev.accrete.schema.model.ColumnType.Numeric;
import dev.accrete.schema.model.ColumnType.Raw;
import dev.accrete.schema.model.ColumnType.Simple;
import dev.accrete.schema.model.ColumnType.Sized;
import dev.accrete.schema.model.ColumnType.Timed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Short names for the column types, and the reader of {@link ColumnType#text()}. */
public final class ColumnTypes {

    private static final Pattern PARAMETERS = Pattern.compile("([a-z0-9_]+)(?:\\((\\d+)(?:,(-?\\d+))?\\))?");
    private static final Pattern ARRAY = Pattern.compile("array(?:\\[(\\d+)])? of (.+)", Pattern.DOTALL);
    private static final Pattern ORDINAL = Pattern.compile("ordinal\\((.*)\\)", Pattern.DOTALL);
    private static final Pattern STRING = Pattern.compile("enum\\((.*)\\)\\[(\\d+)]", Pattern.DOTALL);
    private static final Pattern LITERAL = Pattern.compile("'((?:[^']|'')*)'(?:,|$)");
    private static final Pattern QUALIFIED = Pattern.compile("(\"[^\"]+\"|[^.\"]+)(?:\\.(\"[^\"]+\"|[^.\"]+))?");

    private ColumnTypes() {}

    public static ColumnType simple(Simple.Kind kind) {
        return new Simple(kind);
    }

    public static ColumnType varchar(long length) {
        return new Sized(Sized.Kind.VARCHAR, length);
    }

    public static ColumnType numeric(int precision, int scale) {
        return new Numeric(Numeric.Kind.NUMERIC, precision, scale);
    }

    /**
     * Reads what {@link ColumnType#text()} writes.
     *
     * @throws IllegalArgumentException if the text is no column type
     */
    public static ColumnType parse(String text) {
        if (text.startsWith("sql ")) {
            return new Raw(text.substring("sql ".length()));
        }
        if (text.startsWith("type ")) {
            return new Named(qualifiedName(text.substring("type ".length())));
        }
        Matcher array = ARRAY.matcher(text);
        if (array.matches()) {
            OptionalInt length =
                    array.group(1) == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(array.group(1)));
            return new Array(parse(array.group(2)), length);
        }
        Matcher ordinal = ORDINAL.matcher(text);
        if (ordinal.matches()) {
            return new Enumeration(Enumeration.Storage.ORDINAL, 0, literals(ordinal.group(1)));
        }
        Matcher string = STRING.matcher(text);
        if (string.matches()) {
            return new Enumeration(
                    Enumeration.Storage.STRING, Integer.parseInt(string.group(2)), literals(string.group(1)));
        }
        Matcher parameters = PARAMETERS.matcher(text);
        if (!parameters.matches()) {
            throw new IllegalArgumentException("no column type: " + text);
        }
        return parameterised(parameters.group(1), parameters.group(2), parameters.group(3), text);
    }

    private static ColumnType parameterised(String name, String first, String second, String text) {
        Optional<Simple.Kind> simple = kind(Simple.Kind.values(), name);
        if (simple.isPresent() && first == null) {
            return new Simple(simple.get());
        }
        Optional<Sized.Kind> sized = kind(Sized.Kind.values(), name);
        if (sized.isPresent() && first != null && second == null) {
            return new Sized(sized.get(), Long.parseLong(first));
        }
        Optional<Numeric.Kind> numeric = kind(Numeric.Kind.values(), name);
        if (numeric.isPresent() && first != null) {
            return new Numeric(numeric.get(), Integer.parseInt(first), second == null ? 0 : Integer.parseInt(second));
        }
        Optional<Timed.Kind> timed = kind(Timed.Kind.values(), name);
        if (timed.isPresent() && first != null && second == null) {
            return new Timed(timed.get(), Integer.parseInt(first));
        }
        throw new IllegalArgumentException("no column type: " + text);
    }

    private static <E extends Enum<E>> Optional<E> kind(E[] kinds, String name) {
        for (E kind : kinds) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(name)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    private static QualifiedName qualifiedName(String text) {
        Matcher matcher = QUALIFIED.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("no type name: " + text);
        }
        return matcher.group(2) == null
                ? QualifiedName.of(Name.parse(matcher.group(1)))
                : QualifiedName.of(Name.parse(matcher.group(1)), Name.parse(matcher.group(2)));
    }

    static String literal(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    private static List<String> literals(String text) {
        List<String> values = new ArrayList<>();
        Matcher literal = LITERAL.matcher(text);
        while (literal.find()) {
            values.add(literal.group(1).replace("''", "'"));
        }
        return values;
    }
}
