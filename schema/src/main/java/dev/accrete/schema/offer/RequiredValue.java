package dev.accrete.schema.offer;

import dev.accrete.schema.conversion.Conversion;
import dev.accrete.schema.conversion.Conversions;
import dev.accrete.schema.model.AllowedValues;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.ForeignKey;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.PrimaryKey;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.sql.SqlIdentifiers;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The value that a message offers for rows in a column: one that the column's keys and references take. */
public final class RequiredValue {

    private final Supplier<Schema> now;
    private final Schema after;
    private final ExampleConversion conversions;
    private final Predicate<QualifiedName> collections;

    /**
     * @param now the schema that the diff begins with, as it is once what is renamed has its new name
     * @param collections tells join and collection tables
     */
    public RequiredValue(
            Supplier<Schema> now, Schema after, ExampleConversion conversions, Predicate<QualifiedName> collections) {
        this.collections = collections;
        this.now = now;
        this.after = after;
        this.conversions = conversions;
    }

    /** What rows get that have no value. */
    public String of(Table table, Column column) {
        Optional<Table> then = now.get().table(table.name());
        Optional<ForeignKey> reference =
                ExampleReference.of(table, column.name()).filter(key -> then.isPresent());
        boolean takesAny = reference
                .filter(key -> references().takesAny(table, key, column))
                .isPresent();
        if (reference.isPresent() && !takesAny) {
            return ofRetyped(table, reference.get(), column)
                    .map(value -> column.nullable() ? value : orOfAnother(table, reference.get(), column, value))
                    .orElseGet(() -> references().ofEmpty(table, reference.get(), column));
        }
        return then.flatMap(rows -> Distinction.within(table, rows, List.of(column.name()))
                        .flatMap(within -> ofFormerKey(table, rows, column)
                                .or(() -> DistinctValue.of(
                                        takesAny ? without(rows, reference.orElseThrow()) : rows, column, within))))
                .orElseGet(() -> takesAny ? ExampleValue.of(column, after) : ExampleValue.of(table, column, after));
    }

    /** Whether one value for all rows would be the same in a key. */
    public boolean differ(Table table, Column column) {
        return now.get()
                .table(table.name())
                .flatMap(rows -> Distinction.within(table, rows, List.of(column.name())))
                .isPresent();
    }

    /** The key of rows in which columns of a reference may become empty: the others still tell most rows apart. */
    private static Table without(Table rows, ForeignKey reference) {
        return rows.withPrimaryKey(rows.primaryKey()
                .map(key -> key.columns().stream()
                        .filter(name -> !reference.columns().contains(name))
                        .toList())
                .filter(rest -> !rest.isEmpty())
                .map(rest -> new PrimaryKey(rows.primaryKey().orElseThrow().name(), rest)));
    }

    /** The table whose rows may be too few for what {@link #of} says. */
    public Optional<QualifiedName> scarce(Table table, Column column) {
        return ExampleReference.of(table, column.name())
                .filter(key -> !references().takesAny(table, key, column))
                .filter(key -> ofRetyped(table, key, column).isEmpty())
                .filter(key -> references().differ(table, key, column))
                .map(ForeignKey::referencedTable);
    }

    /** Whether a value is made of those of other columns of the row. */
    public boolean readsColumns(QualifiedName table, String sql) {
        return now.get().table(table).stream()
                .flatMap(then -> then.columns().stream())
                .anyMatch(column -> SqlIdentifiers.names(sql, column.name()));
    }

    /** What becomes of a value when the type changes: of a key that has no conversion another one for each, of a reference the same. */
    public String converted(QualifiedName table, Column from, Column to) {
        Optional<KeyMeant> meant = now.get()
                .table(table)
                .flatMap(then -> KeyMeant.of(
                        now.get(), after, table, from, to, then.keyColumns().contains(to.name())));
        String value = meant.map(key -> conversions.of(key.from(), key.to())).orElseGet(() -> conversions.of(from, to));
        Optional<String> place = meant.flatMap(key -> ofPlace(table, key, value));
        if (place.isPresent()) {
            return place.get();
        } else if (!SqlIdentifiers.names(value, to.name())) {
            return ofRow(table, to).orElse(value);
        }
        return to.nullable() && meant.isPresent() && value.contains(" else ")
                ? "case when " + to.name() + " is not null then " + value + " end"
                : value;
    }

    /** @param converted what becomes of a value by what databases do */
    private Optional<String> ofPlace(QualifiedName table, KeyMeant key, String converted) {
        ColumnType type = key.to().type();
        boolean converts = SqlIdentifiers.names(converted, key.to().name())
                && (keepsKeys(key.from().type(), type) || !Conversions.isInteger(type) && !NumberedValue.isUuid(type));
        return converts
                ? Optional.empty()
                : DistinctValue.ofPlace(
                        now.get(),
                        key.rows(),
                        key.key(),
                        table.name() + "." + key.to().name(),
                        key.to());
    }

    /** Where rows have to differ, and one value for all of them would be all that a conversion says. */
    private Optional<String> ofRow(QualifiedName table, Column to) {
        Optional<Table> then = now.get().table(table);
        return after.table(table)
                .filter(found -> then.isPresent()
                        && Distinction.within(found, then.get(), List.of(to.name()))
                                .isPresent())
                .flatMap(found -> DistinctValue.ofRow(then.get(), to.type()));
    }

    /** Whether the values that a column has until now would mean other rows, whatever their type. */
    public boolean meansOthers(QualifiedName table, Name column) {
        return after.table(table)
                .filter(found -> references().meansOthers(found, column))
                .isPresent();
    }

    /** The same, or rows of a table that is new. */
    public boolean mayMeanOthers(QualifiedName table, Name column) {
        return after.table(table)
                .filter(found -> references().mayMeanOthers(found, column))
                .isPresent();
    }

    /** What meant a row by a key whose type changes too, as its conversion changes it; empty if nothing did. */
    public Optional<String> ofRetyped(Table table, ForeignKey key, Column column) {
        return new ReferenceValue(now.get(), after)
                .retyped(table, key, column.name())
                .flatMap(retyped -> keepsKeys(retyped.from().type(), column.type())
                        ? Optional.of(ofSame(retyped.from(), column))
                        : DistinctValue.ofPlace(
                                now.get(),
                                key.referencedTable(),
                                retyped.referenced(),
                                table.name() + "." + retyped.from().name(),
                                column));
    }

    private String ofSame(Column from, Column to) {
        return from.type().equals(to.type()) ? from.name().toString() : conversions.of(from, to.withName(from.name()));
    }

    /** Rows that mean none get the parts of a reference that has to differ from one row, each of its columns by the same place. */
    private String orOfAnother(Table table, ForeignKey reference, Column column, String value) {
        return Optional.of(reference)
                .filter(key -> key.columns().size() > 1 && Conversions.isNumber(column.type()))
                .flatMap(key -> references().distinct(table, key, column.name()))
                .map(another -> "coalesce(" + value + ", " + another + ")")
                .orElseGet(() -> orOfAnyRow(now.get().table(table.name()).orElseThrow(), value));
    }

    /** Rows that mean none until then get any row to refer to, as others do that have no value. */
    private String orOfAnyRow(Table then, String value) {
        return SqlIdentifiers.replaced(
                value,
                (name, text) -> then.column(name)
                        .filter(Column::nullable)
                        .filter(meant -> ExampleReference.of(then, name).isPresent())
                        .map(meant -> "coalesce(" + text + ", " + ExampleValue.of(then, meant, now.get()) + ")"));
    }

    private ExampleReference references() {
        return new ExampleReference(now.get(), after, collections);
    }

    /** Whether each value becomes one of its own by what databases do. */
    public static boolean keepsKeys(ColumnType from, ColumnType to) {
        boolean written = Conversions.isNumber(to) || Conversions.isCharacter(to) || NumberedValue.isUuid(to);
        return from.equals(to)
                || Conversions.isNumber(from) && written
                || isTruthValue(from) && Conversions.isInteger(to)
                || Conversions.between(from, to) == Conversion.KEEPING;
    }

    private static boolean isTruthValue(ColumnType type) {
        return type instanceof ColumnType.Simple simple && simple.kind() == ColumnType.Simple.Kind.BOOLEAN;
    }

    /** In a key that takes the place of another one, the former key of the row, where another type has a value for each. */
    private Optional<String> ofFormerKey(Table table, Table then, Column column) {
        return then.primaryKey()
                .filter(key -> AllowedValues.listed(column).isEmpty())
                .map(PrimaryKey::columns)
                .filter(key -> key.size() == 1)
                // What gets another type has it by then.
                .flatMap(key -> table.column(key.get(0)).or(() -> then.column(key.get(0))))
                .filter(former -> !former.name().equals(column.name()))
                .filter(former -> keepsKeys(former.type(), column.type()))
                .map(former -> ofSame(former, column))
                .filter(sql -> !sql.equals(ExampleValue.of(column, after)));
    }
}
