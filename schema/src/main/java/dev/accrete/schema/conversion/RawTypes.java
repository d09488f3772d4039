package dev.accrete.schema.conversion;

import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.ColumnType.Enumeration;
import dev.accrete.schema.model.ColumnType.Numeric;
import dev.accrete.schema.model.ColumnType.Simple;
import dev.accrete.schema.model.ColumnType.Sized;
import dev.accrete.schema.model.ColumnType.Timed;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognises the SQL types that mappings state most, so that a change between them is judged and not just refused. */
public final class RawTypes {

    private static final Pattern PARAMETERS = Pattern.compile(
            "([a-z0-9 ]+?) ?(?:\\( ?(\\d+)(?: ?, ?(\\d+))? ?\\))?( with time zone| without time zone)?");
    private static final Pattern LABELS =
            Pattern.compile("enum ?\\( ?('(?:[^']|'')*'(?: ?, ?'(?:[^']|'')*')*) ?\\)", Pattern.CASE_INSENSITIVE);
    private static final Pattern LABEL = Pattern.compile("'((?:[^']|'')*)'");
    private static final int DEFAULT_FRACTION = 6;

    private RawTypes() {}

    static String normalized(String sql) {
        return sql.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    }

    /** The type that stated SQL means; a type itself if it isn't stated, or not recognised. */
    public static ColumnType known(ColumnType type) {
        return type instanceof ColumnType.Raw raw ? parse(raw.sql()).orElse(type) : type;
    }

    /** Empty for a type that isn't recognised. */
    public static Optional<ColumnType> parse(String sql) {
        Matcher labels = LABELS.matcher(sql.strip());
        if (labels.matches()) {
            return Optional.of(new Enumeration(
                    Enumeration.Storage.STRING,
                    0,
                    LABEL.matcher(labels.group(1))
                            .results()
                            .map(label -> label.group(1).replace("''", "'"))
                            .toList()));
        }
        Matcher matcher = PARAMETERS.matcher(normalized(sql));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String first = matcher.group(2);
        String zone = matcher.group(4) == null ? "" : matcher.group(4);
        return switch (matcher.group(1) + zone) {
            case "smallint", "int2" -> simple(Simple.Kind.SMALLINT);
            case "int", "integer", "int4" -> simple(Simple.Kind.INTEGER);
            case "bigint", "int8" -> simple(Simple.Kind.BIGINT);
            case "boolean", "bool" -> simple(Simple.Kind.BOOLEAN);
            case "uuid" -> simple(Simple.Kind.UUID);
            case "date" -> simple(Simple.Kind.DATE);
            case "json", "jsonb" -> simple(Simple.Kind.JSON);
            case "text" -> simple(Simple.Kind.LONG32VARCHAR);
            case "bytea" -> simple(Simple.Kind.LONG32VARBINARY);
            case "real", "float4" -> Optional.of(new Numeric(Numeric.Kind.FLOAT, 24, 0));
            case "double precision", "float8" -> Optional.of(new Numeric(Numeric.Kind.FLOAT, 53, 0));
            case "varchar", "character varying" ->
                first == null
                        ? simple(Simple.Kind.LONG32VARCHAR)
                        : Optional.of(new Sized(Sized.Kind.VARCHAR, Long.parseLong(first)));
            case "char", "character" ->
                Optional.of(new Sized(Sized.Kind.CHAR, first == null ? 1 : Long.parseLong(first)));
            case "numeric", "decimal" -> numeric(first, matcher.group(3));
            case "timestamp", "timestamp without time zone" -> timed(Timed.Kind.TIMESTAMP, first);
            case "timestamptz", "timestamp with time zone" -> timed(Timed.Kind.TIMESTAMP_WITH_TIMEZONE, first);
            case "time", "time without time zone" -> timed(Timed.Kind.TIME, first);
            case "time with time zone" -> timed(Timed.Kind.TIME_WITH_TIMEZONE, first);
            default -> Optional.empty();
        };
    }

    private static Optional<ColumnType> simple(Simple.Kind kind) {
        return Optional.of(new Simple(kind));
    }

    /** Without a precision the databases differ. */
    private static Optional<ColumnType> numeric(String precision, String scale) {
        return Optional.ofNullable(precision)
                .map(digits -> new Numeric(
                        Numeric.Kind.NUMERIC, Integer.parseInt(digits), scale == null ? 0 : Integer.parseInt(scale)));
    }

    private static Optional<ColumnType> timed(Timed.Kind kind, String fraction) {
        return Optional.of(new Timed(kind, fraction == null ? DEFAULT_FRACTION : Integer.parseInt(fraction)));
    }
}
