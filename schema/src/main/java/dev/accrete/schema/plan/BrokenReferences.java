package dev.accrete.schema.plan;

import dev.accrete.schema.change.Change;
import dev.accrete.schema.change.ColumnChange;
import dev.accrete.schema.change.RowChange;
import dev.accrete.schema.dialect.ChangeContext;
import dev.accrete.schema.dialect.Dialect;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ForeignKey;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.offer.DistinctReference;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds what references lead nowhere when an undo script brings their foreign key back: their table comes back without its
 * rows, or its rows come back with other keys, or rows that referred to none have got values since.
 */
final class BrokenReferences {

    private final Dialect dialect;
    private final ChangeContext context;
    private final MissingValue missing;
    private final Set<QualifiedName> withoutRows;
    /** Columns that come back with values that say little. */
    private final Set<Place> withOtherValues = new HashSet<>();

    /** Columns whose values are taken back by a conversion, references among them. */
    private final Set<Place> converted = new HashSet<>();

    /** Columns in which rows without a value got one. */
    private final Set<Place> given = new HashSet<>();

    /** Columns in which rows without a value get one again. */
    private final Set<Place> required = new HashSet<>();

    private final Placeholder placeholder;

    private record Place(QualifiedName table, Name column) {}

    /**
     * Looks through a migration.
     *
     * @param forward the changes of the way forward
     * @param context of the way forward
     * @param withoutRows tables that come back empty
     */
    BrokenReferences(
            List<Change> forward,
            Dialect dialect,
            ChangeContext context,
            Set<QualifiedName> withoutRows,
            MissingValue missing) {
        this.dialect = dialect;
        this.context = context;
        this.withoutRows = withoutRows;
        this.missing = missing;
        this.placeholder = new Placeholder(forward, dialect, context, missing);
        for (Change change : forward) {
            if (change instanceof ColumnChange.DropColumn drop) {
                withOtherValues.add(new Place(drop.object(), drop.before().name()));
            } else if (change instanceof ColumnChange.AlterColumnType alter
                    && alter.using().isPresent()) {
                converted.add(new Place(alter.object(), alter.before().name()));
            } else if (change instanceof ColumnChange.DropNotNull drop) {
                required.add(new Place(drop.object(), drop.after().name()));
            } else if (change instanceof ColumnChange.SetNotNull set) {
                given.add(new Place(set.object(), set.before().name()));
            } else if (change instanceof RowChange.FillColumn fill) {
                given.add(new Place(fill.object(), fill.column()));
            }
        }
    }

    /** What has to become of the references before their foreign key comes back; empty if they lead to rows. */
    Optional<RowChange.MendReferences> mended(QualifiedName table, ForeignKey key) {
        boolean follows = key.columns().stream()
                .map(column -> new Place(table, column))
                .anyMatch(place -> converted.contains(place)
                        || withOtherValues.contains(place) && missing.isConverted(table, key, place.column()));
        boolean toOtherValues = !follows && !comesAnew(table, key) && refersTo(withOtherValues, key);
        // What a table that no class maps any more says of a key is not converted with it.
        boolean toNoRows = withoutRows.contains(key.referencedTable()) || !follows && refersTo(converted, key);
        // A row in place of a missing one has to refer to itself, but the one that misses it does already.
        boolean differ = key.referencedTable().equals(table)
                && isRequired(table, key)
                && RestOfKey.isUniqueAlone(context.before(table).orElseThrow(), key.columns());
        boolean broken = withoutRows.contains(table)
                ? toNoRows && isRequired(table, key) && !key.referencedTable().equals(table) && isMadeUp(table)
                : toNoRows || toOtherValues;
        return broken
                ? Optional.of(new RowChange.MendReferences(
                        table,
                        key,
                        toOtherValues && !toNoRows,
                        toNoRows && !differ && isRequired(table, key)
                                ? Optional.of(placeholder.in(key))
                                : Optional.empty(),
                        toNoRows && differ ? free(table, key) : meant(table, key, toOtherValues && !toNoRows)))
                : ofGivenValues(table, key).or(() -> ofPartsApart(table, key));
    }

    /** Whether rows are made up in a table that comes back empty, since others have to refer to them. */
    private boolean isMadeUp(QualifiedName table) {
        return isMadeUp(table, new HashSet<>());
    }

    private boolean isMadeUp(QualifiedName table, Set<QualifiedName> seen) {
        return seen.add(table)
                && context.before().tables().stream()
                        .filter(other -> other.foreignKeys().stream()
                                .anyMatch(key -> key.referencedTable().equals(table) && isRequired(other.name(), key)))
                        .anyMatch(other -> !withoutRows.contains(other.name()) || isMadeUp(other.name(), seen));
    }

    /** A required reference of which some parts come back with those of a row, and others as they are: each pair is of one row. */
    private Optional<RowChange.MendReferences> ofPartsApart(QualifiedName table, ForeignKey key) {
        List<Place> parts =
                key.columns().stream().map(column -> new Place(table, column)).toList();
        boolean allRequired = context.before(table).stream()
                .flatMap(then -> then.columns().stream())
                .noneMatch(column -> key.columns().contains(column.name()) && column.nullable());
        Set<Place> anew = parts.stream()
                .filter(place -> withOtherValues.contains(place) || converted.contains(place))
                .collect(Collectors.toSet());
        Set<Place> apart = anew.isEmpty() ? required : anew;
        List<Name> kept = parts.stream()
                .filter(place -> !apart.contains(place))
                .map(Place::column)
                .toList();
        boolean mixed = anew.isEmpty() ? parts.stream().anyMatch(required::contains) : !kept.isEmpty();
        return parts.size() > 1 && allRequired && mixed && !withoutRows.contains(table)
                ? missing.ofOneRow(table, key, kept)
                        .or(() -> missing.getOthers(table, key) ? Optional.of(free(table, key)) : Optional.empty())
                        .map(values -> new RowChange.MendReferences(table, key, false, Optional.empty(), values))
                : Optional.empty();
    }

    /** Rows that referred to none got values that are none of a reference: they refer to none again. */
    private Optional<RowChange.MendReferences> ofGivenValues(QualifiedName table, ForeignKey key) {
        boolean stays = context.after().table(table).stream()
                .flatMap(now -> now.foreignKeys().stream())
                .anyMatch(now -> now.columns().equals(key.columns())
                        && now.referencedTable().equals(key.referencedTable()));
        List<String> values = key.columns().stream()
                .map(name -> isGiven(table, name) ? "NULL" : dialect.identifier(QualifiedName.of(name)))
                .toList();
        return !stays && !withoutRows.contains(table) && values.contains("NULL")
                ? Optional.of(new RowChange.MendReferences(table, key, false, Optional.empty(), values))
                : Optional.empty();
    }

    private boolean isGiven(QualifiedName table, Name column) {
        return given.contains(new Place(table, column))
                && context.before(table)
                        .flatMap(then -> then.column(column))
                        .filter(Column::nullable)
                        .isPresent();
    }

    /** Whether all of a reference comes back, so that it is looked up among the keys that rows have by then. */
    private boolean comesAnew(QualifiedName table, ForeignKey key) {
        List<ForeignKey> keys = context.before(table).map(Table::foreignKeys).orElse(List.of());
        return key.columns().stream()
                .allMatch(column -> withOtherValues.contains(new Place(table, column))
                        && keys.stream()
                                .filter(other -> other.columns().contains(column))
                                .allMatch(key::equals));
    }

    private static boolean refersTo(Set<Place> places, ForeignKey key) {
        return key.referencedColumns().stream()
                .anyMatch(column -> places.contains(new Place(key.referencedTable(), column)));
    }

    private boolean isRequired(QualifiedName table, ForeignKey key) {
        return context.before(table).stream()
                .flatMap(child -> child.columns().stream())
                .anyMatch(column -> key.columns().contains(column.name()) && !column.nullable());
    }

    /** As many rows are not referred to as there are references that lead nowhere. */
    private List<String> free(QualifiedName table, ForeignKey key) {
        DistinctReference distinct = new DistinctReference(context.before(table).orElseThrow(), key, List.of());
        return key.columns().stream().map(distinct::inPlaceOfMissing).toList();
    }

    /** What the columns of a reference mean where their values, in some rows or in all, say nothing any more. */
    private List<String> meant(QualifiedName table, ForeignKey key, boolean all) {
        Table restored = context.before(table).orElseThrow();
        return key.columns().stream()
                .map(name -> restored.column(name).orElseThrow())
                .map(column -> all ? missing.referencedAnew(table, column) : missing.referenced(table, column))
                .map(value -> value.orElse("NULL"))
                .toList();
    }
}
