package dev.accrete.schema.plan;

import dev.accrete.schema.conversion.Casts;
import dev.accrete.schema.conversion.Conversions;
import dev.accrete.schema.conversion.RawTypes;
import dev.accrete.schema.conversion.TruthValues;
import dev.accrete.schema.conversion.UuidForms;
import dev.accrete.schema.dialect.Dialect;
import dev.accrete.schema.model.AllowedValues;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.ColumnType.Array;
import dev.accrete.schema.model.ColumnType.Enumeration;
import dev.accrete.schema.model.ColumnType.Enumeration.Storage;
import dev.accrete.schema.model.ColumnType.Numeric;
import dev.accrete.schema.model.ColumnType.Simple;
import dev.accrete.schema.model.ColumnType.Sized;
import dev.accrete.schema.model.ColumnType.Timed;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.TypeDefinition;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The conversion that takes a change of type back where the databases' own would fail on values that are new since: it
 * keeps what fits. Elsewhere they convert by themselves.
 */
final class WayBack {

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
        Instead instead = new Instead(dialect, missing.or(() -> isKey ? Optional.empty() : first(to, then)));
        ConstantsBack constants = new ConstantsBack(dialect, from, to, name, instead, isKey);
        if (now instanceof Enumeration one && then instanceof Enumeration other) {
            return constants.ofConstants(one, other);
        }
        Optional<String> ofConstants = then instanceof Enumeration other
                ? constants.of(now, text(from, now), other)
                : now instanceof Enumeration one ? constants.outOf(one, then) : Optional.empty();
        return ofConstants
                .or(() -> TruthValues.conversion(from, to, name).map(instead::unless))
                .or(() -> listed(from, to, name, instead))
                .or(() -> ofArray(from, to, name, instead))
                .or(() -> scalar(from, stored(now), stored(then), instead, isKey))
                .or(() -> isKey || isCast(from, to) ? Optional.empty() : Optional.of(instead.as(to.type())));
    }

    /** The label that stands in a required column where nothing else is known. */
    private static Optional<String> first(Column to, ColumnType then) {
        boolean stated = to.type() instanceof ColumnType.Named || to.type() instanceof ColumnType.Raw;
        return !to.nullable() && stated && then instanceof Enumeration constants
                ? constants.constants().stream().findFirst().map(label -> "'" + label.replace("'", "''") + "'")
                : Optional.empty();
    }

    /** Whether values of a key become those of the former type as they are, or as it is said here. */
    boolean isKept(Column from, Column to) {
        boolean isShort = new TextsBack(dialect, new Instead(dialect, Optional.empty()))
                .into(stored(labels(to.type(), before)), "", stored(labels(from.type(), after)))
                .isPresent();
        return isCast(from, to)
                && (!isShort || text(from, labels(from.type(), after)).isPresent());
    }

    private boolean isCast(Column from, Column to) {
        ColumnType now = labels(from.type(), after);
        ColumnType then = labels(to.type(), before);
        if (isNamed(now) && !isWritten(then) || isNamed(then) && !isWritten(now)) {
            return false;
        }
        return !isPlain(stored(now))
                || !isPlain(stored(then))
                || Casts.exist(stored(now), stored(then))
                || UuidForms.differ(stored(now), stored(then));
    }

    private static boolean isNamed(ColumnType type) {
        return type instanceof Enumeration constants && constants.storage() == Storage.STRING;
    }

    /** What stands for a constant, by its name or place. */
    private static boolean isWritten(ColumnType type) {
        return type instanceof Enumeration
                || Conversions.isNumber(type)
                || Conversions.isCharacter(type)
                || Conversions.isBinary(type);
    }

    /**
     * What was one value is the first of the array, and what was an array of one kind has the value alone; between other arrays
     * and types there is no cast.
     */
    private Optional<String> ofArray(Column from, Column to, String name, Instead instead) {
        Optional<String> single = Optional.empty();
        if (from.type() instanceof Array now && !(to.type() instanceof Array)) {
            single = ofElement(now.element(), name + "[1]", to.type(), instead)
                    .map(first ->
                            "CASE WHEN cardinality(" + name + ") > 0 THEN " + first + instead.otherwise() + " END");
        } else if (to.type() instanceof Array then
                && (then.element().equals(from.type()) || !Conversions.isText(from.type()))) {
            single = ofElement(from.type(), name, then.element(), instead)
                    .map(value -> "CASE WHEN " + name + " IS NOT NULL THEN ARRAY[" + value + "] END");
        }
        boolean arrays = from.type() instanceof Array now
                && to.type() instanceof Array then
                && (now.element().equals(then.element()) || Casts.exist(now.element(), then.element()));
        boolean neither = !(from.type() instanceof Array) && !(to.type() instanceof Array);
        return single.or(() -> arrays || neither || Conversions.isCharacter(to.type()) || Conversions.isLarge(to.type())
                ? Optional.empty()
                : Optional.of(instead.as(to.type())));
    }

    /** @param value SQL of it */
    private Optional<String> ofElement(ColumnType now, String value, ColumnType then, Instead instead) {
        if (now.equals(then)) {
            return Optional.of(value);
        } else if (!(now instanceof Sized) || !Conversions.isText(now)) {
            return isPlain(now) && isPlain(then) && Casts.exist(now, then)
                    ? Optional.of(cast(value, then))
                    : Optional.empty();
        }
        TextsBack texts = new TextsBack(dialect, instead);
        return Conversions.isText(then) && then instanceof Sized
                ? texts.into(then, value, now).or(() -> Optional.of(value))
                : texts.outOf(now, value, then);
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
    static boolean isPlain(ColumnType type) {
        return (type instanceof Sized || type instanceof Numeric || type instanceof Timed || type instanceof Simple)
                && !Conversions.isLarge(type);
    }

    private Optional<String> scalar(Column from, ColumnType now, ColumnType then, Instead instead, boolean isKey) {
        String name = dialect.identifier(QualifiedName.of(from.name()));
        if (UuidForms.differ(now, then)) {
            // Each database has its own way from one to the other.
            return Optional.empty();
        } else if (is(now, Simple.Kind.BOOLEAN) && Conversions.isInteger(then)) {
            return Optional.of("CASE WHEN " + name + " THEN 1 WHEN NOT " + name + " THEN 0 END");
        } else if (Conversions.isNumber(now) && is(then, Simple.Kind.BOOLEAN)) {
            return Optional.of(name + " <> 0");
        } else if (Conversions.isInteger(now) && is(then, Simple.Kind.UUID)) {
            return Optional.of(cast("lpad(CAST(" + name + " AS varchar), 32, '0')", then));
        } else if (is(now, Simple.Kind.UUID) && Conversions.isInteger(then)) {
            return Optional.of(cast("replace(CAST(" + name + " AS varchar), '-', '')", then));
        } else if (isKey && Conversions.isInteger(now) && is(then, Simple.Kind.DATE)) {
            return Optional.of("DATE '1970-01-01' + CAST(" + name + " AS integer)");
        }
        TextsBack texts = new TextsBack(dialect, instead);
        Optional<String> text = text(from, now);
        if (Conversions.isText(then)) {
            boolean apart = text.isPresent() && !(now instanceof Sized);
            return isKey && text.isEmpty() && !is(now, Simple.Kind.BOOLEAN)
                    ? Optional.empty()
                    : texts.into(then, apart ? dialect.text(from) : text.orElse(name), now);
        }
        return isKey || Conversions.isBytes(now) ? Optional.empty() : text.flatMap(sql -> texts.outOf(now, sql, then));
    }

    /** Values of a discriminator or codes of a converter, which allow no other ones. */
    private Optional<String> listed(Column from, Column to, String name, Instead instead) {
        List<String> allowed = AllowedValues.listed(to);
        List<String> now = AllowedValues.listed(from);
        if (allowed.isEmpty() || !now.isEmpty() && allowed.containsAll(now)) {
            return Optional.empty();
        } else if (is(from.type(), Simple.Kind.BOOLEAN)
                && Conversions.isText(to.type())
                && TruthValues.of(to).isEmpty()) {
            return Optional.of("CASE WHEN " + name + " THEN " + allowed.get(0) + " WHEN NOT " + name + " THEN "
                    + allowed.get(allowed.size() - 1) + " END");
        }
        boolean texts = Conversions.isText(from.type());
        boolean numbers = Conversions.isNumber(from.type());
        boolean bytes = Conversions.isBytes(from.type());
        boolean alike = texts && Conversions.isText(to.type()) || numbers && Conversions.isNumber(to.type());
        if (!texts && !numbers && !bytes || !Conversions.isText(to.type()) && !Conversions.isNumber(to.type())) {
            return Optional.empty();
        }
        String value = bytes ? dialect.text(from) : name;
        return Optional.of("CASE " + (alike ? name : "CAST(" + value + " AS varchar)")
                + allowed.stream()
                        .map(code ->
                                " WHEN " + (alike || code.startsWith("'") ? code : "'" + code + "'") + " THEN " + code)
                        .collect(Collectors.joining())
                + instead.otherwise() + " END");
    }

    private String cast(String sql, ColumnType type) {
        return "CAST(" + sql + " AS " + dialect.typeName(type) + ")";
    }

    /** The text that stands in a column, in its bytes too; empty if neither is in it. */
    private Optional<String> text(Column column, ColumnType type) {
        String name = dialect.identifier(QualifiedName.of(column.name()));
        boolean inRow = Conversions.isText(type);
        if (inRow && type instanceof Sized) {
            return Optional.of(column.type() instanceof ColumnType.Named ? "CAST(" + name + " AS varchar)" : name);
        }
        return inRow || Conversions.isCharacter(type) || Conversions.isBinary(type)
                ? Optional.of("CAST(" + dialect.text(column) + " AS varchar)")
                : Optional.empty();
    }

    /** An enumerated type by its labels: a named one, or one that a column of H2 has to itself. */
    private static ColumnType labels(ColumnType type, Schema schema) {
        if (type instanceof ColumnType.Raw raw) {
            return RawTypes.parse(raw.sql())
                    .filter(Enumeration.class::isInstance)
                    .orElse(type);
        }
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

    static boolean is(ColumnType type, Simple.Kind kind) {
        return type instanceof Simple simple && simple.kind() == kind;
    }
}
