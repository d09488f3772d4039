package dev.accrete.schema.plan;

import dev.accrete.schema.change.Change;
import dev.accrete.schema.change.ColumnChange;
import dev.accrete.schema.conversion.Casts;
import dev.accrete.schema.conversion.RawTypes;
import dev.accrete.schema.dialect.ChangeContext;
import dev.accrete.schema.dialect.Dialect;
import dev.accrete.schema.model.AllowedValues;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.ForeignKey;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.PrimaryKey;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.offer.DistinctReference;
import dev.accrete.schema.offer.DistinctValue;
import dev.accrete.schema.offer.Distinction;
import dev.accrete.schema.offer.ExampleReference;
import dev.accrete.schema.offer.ReferenceValue;
import dev.accrete.schema.offer.RepeatedDefault;
import dev.accrete.schema.sql.Alias;
import dev.accrete.schema.sql.SqlQueries;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the value that a row gets in an undo script where it has none: one that exists, for a foreign key; one of its
 * own, where values must differ; else one that says as little as possible.
 */
final class MissingValue {

    /** Characters that hold every 64-bit number. */
    private static final int LONGEST_NUMBER = 20;

    private static final Set<ColumnType.Simple.Kind> WHOLE_NUMBERS =
            Set.of(ColumnType.Simple.Kind.INTEGER, ColumnType.Simple.Kind.BIGINT);

    private final Dialect dialect;
    private final ChangeContext context;
    private final List<Change> forward;
    private final Set<QualifiedName> withoutRows;
    private final ReferencesBeyond beyond;

    /**
     * Takes what is known.
     *
     * @param forward the changes that are taken back
     * @param context of the way forward, to which the undo script leads back
     * @param withoutRows tables that come back empty
     */
    MissingValue(List<Change> forward, Dialect dialect, ChangeContext context, Set<QualifiedName> withoutRows) {
        this.forward = forward;
        this.dialect = dialect;
        this.context = context;
        this.withoutRows = withoutRows;
        this.beyond = new ReferencesBeyond(context, withoutRows);
    }

    /**
     * SQL for a column as the undo script restores it.
     *
     * @param table by its name after the migration, which it has until the undo script's end
     * @return empty if the column needs none, or no value is known for its type
     */
    Optional<String> of(QualifiedName table, Column column) {
        return of(table, column, Place.SOME_ROWS);
    }

    /** The same for rows that have no value, which may take it from a window function. */
    Optional<String> ofEmpty(QualifiedName table, Column column) {
        return of(table, column, Place.EMPTY_ROWS);
    }

    /** Which rows get the value. */
    private enum Place {
        /** All of them, whatever they have. */
        ALL_ROWS,
        /** Those that have none, by an update that takes window functions. */
        EMPTY_ROWS,
        /** Those whose values are no keys of the table that they refer to. */
        STRAY_ROWS,
        SOME_ROWS;

        private boolean isConversion() {
            return this == ALL_ROWS || this == STRAY_ROWS;
        }
    }

    private Optional<String> of(QualifiedName table, Column column, Place place) {
        Table restored = context.before(table).orElseGet(() -> Table.of(table, List.of()));
        if (column.identity() || column.generatedAs().isPresent()) {
            return Optional.empty();
        } else if (repeatsDefault(restored, column)) {
            return distinct(restored, column);
        } else if (column.nullable() || column.defaultValue().isPresent()) {
            return Optional.empty();
        }
        return referenced(beyond.of(restored), column, place)
                .or(() -> distinct(restored, column))
                .or(() -> AllowedValues.first(column, restored))
                .or(() -> dialect.neutralValue(column.type()));
    }

    /** Whether a column comes back to rows that would all have its default, where a key asks for others. */
    private boolean repeatsDefault(Table restored, Column column) {
        return context.after()
                .table(restored.name())
                .filter(now -> now.column(column.name()).isEmpty() && RepeatedDefault.of(column, now, restored))
                .isPresent();
    }

    boolean comesBackEmpty(QualifiedName table) {
        return withoutRows.contains(table);
    }

    /**
     * Whether a part of a key comes back to rows that nothing tells apart, so that they are numbered, as a list is.
     *
     * @return the other parts of the key, of which each value has numbers of its own; they have values by then
     */
    Optional<List<Name>> numberedIn(QualifiedName table, Column column) {
        Optional<Table> now =
                context.after().table(table).filter(found -> found.primaryKey().isEmpty());
        List<Name> key = context.before(table)
                .flatMap(Table::primaryKey)
                .map(PrimaryKey::columns)
                .orElse(List.of());
        boolean plain = (isWhole(column.type()) || holdsNumbers(column.type()))
                && column.defaultValue().isEmpty()
                && !column.identity()
                && column.generatedAs().isEmpty();
        return now.isPresent()
                        && plain
                        && key.size() > 1
                        && key.contains(column.name())
                        && !refers(table, column.name())
                ? Optional.of(key.stream()
                                .filter(name -> !name.equals(column.name()))
                                .toList())
                        // One number is enough.
                        .filter(others -> others.stream()
                                .allMatch(name -> now.get().column(name).isPresent() || refers(table, name)))
                : Optional.empty();
    }

    private boolean refers(QualifiedName table, Name column) {
        return context.before(table).stream()
                .flatMap(restored -> restored.foreignKeys().stream())
                .anyMatch(key -> key.columns().contains(column));
    }

    /**
     * The key of the row that a reference means: found by the way in which rows refer to it after the migration; else the first
     * that there is, or one that is free, where it may not be empty.
     *
     * @return empty if the column refers to nothing, or may be empty and nothing tells what it means
     */
    Optional<String> referenced(QualifiedName name, Column column) {
        return referenced(name, column, Place.SOME_ROWS);
    }

    /** The same for references that mean nothing any more, all of them. */
    Optional<String> referencedAnew(QualifiedName name, Column column) {
        return referenced(name, column, Place.ALL_ROWS);
    }

    /** The same beside references that mean a row as they are: for those that do not. */
    Optional<String> referencedByOthers(QualifiedName name, Column column) {
        return referenced(name, column, Place.STRAY_ROWS);
    }

    private Optional<String> referenced(QualifiedName name, Column column, Place place) {
        return referenced(context.before(name).orElseGet(() -> Table.of(name, List.of())), column, place);
    }

    private Optional<String> referenced(Table table, Column column, Place place) {
        QualifiedName name = table.name();
        Optional<ForeignKey> reference = table.foreignKeys().stream()
                .filter(key -> key.columns().contains(column.name()))
                .filter(key -> key.referencedColumns().size() == key.columns().size())
                .filter(key -> !withoutRows.contains(key.referencedTable()))
                .findFirst();
        if (reference.isEmpty()) {
            return Optional.empty();
        }
        ForeignKey key = reference.get();
        ReferenceValue values = new ReferenceValue(context.after(), context.before());
        Optional<String> converted =
                values.retyped(table, key, column.name()).flatMap(retyped -> ofRetyped(name, key, retyped, column));
        if (converted.isPresent()) {
            // The keys that there are have another type until theirs is taken back.
            return converted;
        }
        Optional<String> meant = values.followed(table, key, column.name());
        if (column.nullable()) {
            return meant;
        }
        String any = context.after()
                .table(name)
                .flatMap(now -> RestOfKey.within(table, now, key).flatMap(rest -> {
                    List<Name> within = rest.stream()
                            .filter(other -> !place.isConversion() || !isReplacedAfter(table, now, column, other))
                            .toList();
                    DistinctReference distinct = new DistinctReference(now, key, within);
                    boolean mayRefer = mayRefer(table, now, key);
                    if (place == Place.EMPTY_ROWS) {
                        return Optional.of(
                                distinct.keeping(kept(now, key, column)).atPlace(column.name(), List.of()));
                    } else if (place == Place.STRAY_ROWS
                            && mayRefer
                            && !Distinction.key(now).isEmpty()) {
                        return Optional.of(distinct.inPlaceOfMissing(column.name()));
                    }
                    return distinct.counted(column.name(), place == Place.ALL_ROWS || !mayRefer);
                }))
                .orElseGet(() -> first(key, column));
        return Optional.of(
                meant.map(sql -> "coalesce(" + sql + ", " + any + ")").orElse(any));
    }

    /** The other columns of a reference that say what they said, in a key that has what it had. */
    private List<Name> kept(Table now, ForeignKey key, Column column) {
        return key.columns().stream()
                .filter(name -> !name.equals(column.name()))
                .filter(name -> now.column(name)
                        .filter(own -> !isReplaced(now.name(), name))
                        .filter(own -> context.after().table(key.referencedTable()).stream()
                                .flatMap(rows -> rows.column(referenced(key, name)).stream())
                                .anyMatch(meant ->
                                        Casts.areCompared(RawTypes.known(own.type()), RawTypes.known(meant.type()))
                                                && !isReplaced(key.referencedTable(), meant.name())))
                        .isPresent())
                .toList();
    }

    /**
     * Whether another part of a key comes to mean other rows too, all of them: of two, the one that comes first has to tell
     * the rows apart by itself.
     */
    private boolean isReplacedAfter(Table restored, Table now, Column column, Name other) {
        return other.compareTo(column.name()) > 0
                && isReplaced(now.name(), other)
                && ExampleReference.of(restored, other)
                        .filter(key -> !ReferenceValue.isSame(now, key))
                        .isPresent();
    }

    private boolean isReplaced(QualifiedName table, Name column) {
        return forward.stream()
                .anyMatch(change -> change instanceof ColumnChange.AlterColumnType alter
                        && alter.object().equals(table)
                        && alter.after().name().equals(column)
                        && alter.using().isPresent());
    }

    /** Values of a type that can't be compared with the keys that come back refer to none of them. */
    private static boolean mayRefer(Table table, Table now, ForeignKey key) {
        return key.columns().stream()
                .allMatch(name -> now.column(name)
                        .filter(found -> !Casts.areCompared(
                                found.type(), table.column(name).orElseThrow().type()))
                        .isEmpty());
    }

    /** Whether a column of a reference comes back with what another one says, as the key is taken back that both mean. */
    boolean isConverted(QualifiedName name, ForeignKey key, Name column) {
        return context.before(name)
                .flatMap(table -> new ReferenceValue(context.after(), context.before()).retyped(table, key, column))
                .isPresent();
    }

    /**
     * The parts of one row for a reference of several columns, where some come back with values of a row and others as they are.
     *
     * @param kept the columns that say which row is meant; where they find none, it is the first
     * @return empty where another way tells which row is meant, or rows have to refer to others
     */
    Optional<List<String>> ofOneRow(QualifiedName name, ForeignKey key, List<Name> kept) {
        Table restored = context.before(name).orElseThrow();
        if (isFollowed(restored, key) || differ(restored, key) || withoutRows.contains(key.referencedTable())) {
            return Optional.empty();
        }
        String rows = Alias.of("p", name.name());
        String alike = kept.stream()
                .map(column -> rows + "." + referenced(key, column) + " = " + name.name() + "." + column)
                .collect(Collectors.joining(" AND "));
        String order =
                key.referencedColumns().stream().map(part -> rows + "." + part).collect(Collectors.joining(", "));
        return Optional.of(key.columns().stream()
                .map(column -> {
                    String first = first(key, restored.column(column).orElseThrow());
                    return kept.isEmpty()
                            ? first
                            : "coalesce((SELECT " + rows + "." + referenced(key, column) + " FROM "
                                    + dialect.identifier(key.referencedTable()) + " " + rows + " WHERE " + alike
                                    + " ORDER BY "
                                    + order + " FETCH FIRST ROW ONLY), " + first + ")";
                })
                .toList());
    }

    /** Whether rows whose references mean none get others, each another one: nothing else tells which is meant. */
    boolean getOthers(QualifiedName name, ForeignKey key) {
        Table restored = context.before(name).orElseThrow();
        return !isFollowed(restored, key)
                && differ(restored, key)
                && !withoutRows.contains(key.referencedTable())
                && !Distinction.key(restored).isEmpty();
    }

    private boolean isFollowed(Table restored, ForeignKey key) {
        return new ReferenceValue(context.after(), context.before())
                .former(restored, key)
                .isPresent();
    }

    private boolean differ(Table restored, ForeignKey key) {
        Optional<Table> now = context.after().table(restored.name());
        return now.isEmpty() || RestOfKey.within(restored, now.get(), key).isPresent();
    }

    private static Name referenced(ForeignKey key, Name column) {
        return key.referencedColumns().get(key.columns().indexOf(column));
    }

    /** What the key becomes that a column means until then, as the key itself is taken back. */
    private Optional<String> ofRetyped(
            QualifiedName table, ForeignKey key, ReferenceValue.Retyped retyped, Column column) {
        Column from = retyped.from();
        boolean byPlace = forward.stream()
                .anyMatch(change -> change instanceof ColumnChange.AlterColumnType alter
                        && alter.object().equals(key.referencedTable())
                        && alter.after().name().equals(retyped.referenced())
                        && alter.using().filter(SqlQueries::hasQuery).isPresent());
        if (byPlace && !Casts.exist(from.type(), column.type())) {
            return DistinctValue.ofPlace(
                    context.after(),
                    key.referencedTable(),
                    retyped.referenced(),
                    table.name() + "." + from.name(),
                    column);
        }
        return new WayBack(dialect, context.after(), context.before())
                .conversion(from, column, Optional.empty(), true)
                .or(() -> Optional.of("CAST(" + dialect.identifier(QualifiedName.of(from.name())) + " AS "
                        + dialect.typeName(column.type()) + ")"));
    }

    /** PostgreSQL has no least UUID, but an order of them; the columns of one reference get theirs from one row. */
    private String first(ForeignKey key, Column column) {
        Name referenced = referenced(key, column.name());
        String from = " FROM " + dialect.identifier(key.referencedTable());
        boolean ordered = key.columns().size() > 1
                || column.type() instanceof ColumnType.Simple simple && simple.kind() == ColumnType.Simple.Kind.UUID;
        return ordered
                ? "(SELECT " + referenced + from + " ORDER BY "
                        + key.referencedColumns().stream().map(Name::toString).collect(Collectors.joining(", "))
                        + " FETCH FIRST ROW ONLY)"
                : "(SELECT min(" + referenced + ")" + from + ")";
    }

    /** In a key of one number, from before or after the migration, the rows have something that differs. */
    private Optional<String> distinct(Table table, Column column) {
        boolean inKey = table.primaryKey()
                .filter(key -> key.columns().contains(column.name()))
                .isPresent();
        boolean unique = inKey
                || table.uniqueKeys().stream().anyMatch(key -> key.columns().contains(column.name()))
                || table.indexes().stream()
                        .filter(index -> index.unique())
                        .flatMap(index -> index.parts().stream())
                        .anyMatch(part ->
                                part.column().filter(column.name()::equals).isPresent());
        return unique
                ? ofNumber(table, column, inKey)
                        .or(() -> context.after()
                                .table(table.name())
                                .flatMap(now -> RestOfKey.distinct(table, now, column)))
                : Optional.empty();
    }

    private Optional<String> ofNumber(Table table, Column column, boolean inKey) {
        Optional<Name> number = number(table, column.name())
                .filter(name -> isThere(table.name(), name))
                .or(() -> context.after()
                        .table(table.name())
                        .flatMap(now -> number(now, column.name()))
                        // What comes back with another type has it by then.
                        .filter(name -> table.column(name)
                                .filter(key -> !isWhole(key.type()))
                                .isEmpty()));
        if (number.isEmpty()) {
            return Optional.empty();
        }
        String key = dialect.identifier(QualifiedName.of(number.get()));
        if (isWhole(column.type()) || column.type() instanceof ColumnType.Numeric) {
            String name = dialect.identifier(QualifiedName.of(column.name()));
            // Rows that have a value may have any number.
            return Optional.of(
                    inKey
                            ? "CAST(" + key + " + coalesce((SELECT max(o." + name + ") FROM "
                                    + dialect.identifier(table.name()) + " o), 0) AS "
                                    + dialect.typeName(column.type()) + ")"
                            : key);
        }
        return holdsNumbers(column.type()) ? Optional.of("CAST(" + key + " AS varchar)") : Optional.empty();
    }

    /** Whether a column is there all the time: one that comes back may do so later. */
    private boolean isThere(QualifiedName table, Name column) {
        return context.after()
                .table(table)
                .filter(now -> now.column(column).isEmpty())
                .isEmpty();
    }

    /** The key of one number, which is another column. */
    private static Optional<Name> number(Table table, Name other) {
        return table.primaryKey()
                .filter(key -> key.columns().size() == 1)
                .map(key -> key.columns().get(0))
                .filter(name -> !name.equals(other))
                .filter(name ->
                        table.column(name).filter(key -> isWhole(key.type())).isPresent());
    }

    /** Whether it is a text that has room for a number. */
    private static boolean holdsNumbers(ColumnType type) {
        return type instanceof ColumnType.Sized sized
                && sized.kind() == ColumnType.Sized.Kind.VARCHAR
                && (sized.length() == 0 || sized.length() >= LONGEST_NUMBER);
    }

    private static boolean isWhole(ColumnType type) {
        return type instanceof ColumnType.Simple simple && WHOLE_NUMBERS.contains(simple.kind());
    }
}
