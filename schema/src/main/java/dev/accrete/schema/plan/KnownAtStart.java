package dev.accrete.schema.plan;

import dev.accrete.schema.change.Change;
import dev.accrete.schema.change.ColumnChange;
import dev.accrete.schema.change.RowChange;
import dev.accrete.schema.change.TableChange;
import dev.accrete.schema.change.TypeChange;
import dev.accrete.schema.dialect.Dialect;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.sql.SqlIdentifiers;
import dev.accrete.schema.sql.SqlQueries;
import dev.accrete.schema.sql.SqlValues;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Tells what SQL a database can answer when a plan begins: what speaks of nothing that comes, or becomes another, meanwhile. */
final class KnownAtStart {

    private final Set<QualifiedName> filled = new HashSet<>();
    private final Set<Place> converted = new HashSet<>();
    /** Columns that get another type, or other values of it, and how. */
    private final Map<Place, ColumnChange.AlterColumnType> altered = new HashMap<>();
    /** Columns whose rows get values by a statement of its own. */
    private final Set<Place> filledIn = new HashSet<>();

    private final Map<QualifiedName, Table> created = new HashMap<>();
    /** Columns whose rows get values that nothing but a statement makes of the former ones. */
    private final Set<Place> replaced = new HashSet<>();
    /** Columns whose rows get values before they are looked up. */
    private final Set<Place> valued = new HashSet<>();
    /** Names that mean nothing yet. */
    private final Set<Name> coming = new HashSet<>();
    /** Types that nothing can be cast to yet. */
    private final Set<Name> types = new HashSet<>();

    private record Place(QualifiedName table, Name column) {}

    KnownAtStart(Dialect dialect, List<Change> changes) {
        for (Change change : changes) {
            if (change instanceof RowChange.FillTable) {
                filled.add(change.object());
            } else if (change instanceof ColumnChange.AlterColumnType type
                    && (type.using().isPresent()
                            || !dialect.typeName(type.before().type())
                                    .equals(dialect.typeName(type.after().type())))) {
                converted.add(new Place(type.object(), type.after().name()));
                altered.put(new Place(type.object(), type.after().name()), type);
                if (type.using().isPresent()) {
                    replaced.add(new Place(type.object(), type.after().name()));
                }
            } else if (change instanceof RowChange.FillColumn fill) {
                converted.add(new Place(fill.object(), fill.column()));
                filledIn.add(new Place(fill.object(), fill.column()));
                replaced.add(new Place(fill.object(), fill.column()));
                valued.add(new Place(fill.object(), fill.column()));
            } else if (change instanceof ColumnChange.SetNotNull set
                    && set.backfill().isPresent()) {
                valued.add(new Place(set.object(), set.after().name()));
            } else if (change instanceof ColumnChange.AddColumn add) {
                coming.add(add.after().name());
            } else if (change instanceof ColumnChange.RenameColumn rename) {
                coming.add(rename.after());
            } else if (change instanceof TableChange.CreateTable create) {
                coming.add(change.object().name());
                created.put(create.object(), create.after());
            } else if (change instanceof TableChange.RenameTable rename) {
                coming.add(rename.after().name());
            } else if (change instanceof TypeChange.CreateType create) {
                types.add(create.object().name());
            }
        }
    }

    /** Whether SQL about rows of a table speaks of nothing but what is there, with the values that it has. */
    boolean isKnown(QualifiedName table, String sql) {
        return !namesWhatComes(sql) && converted(table, sql).noneMatch(column -> SqlIdentifiers.names(sql, column));
    }

    /**
     * Whether SQL about rows of a table speaks of nothing but what is there, and compares no values that become others: what it
     * finds may have another type, but it finds something, or nothing, already.
     */
    boolean isFound(QualifiedName table, String sql) {
        Set<Name> compared = SqlIdentifiers.compared(sql);
        return !namesWhatComes(sql) && converted(table, sql).noneMatch(compared::contains);
    }

    private Stream<Name> converted(QualifiedName table, String sql) {
        return converted.stream()
                .filter(place -> place.table().equals(table)
                        || SqlQueries.reads(sql, place.table().name()))
                .map(Place::column);
    }

    /** Which rows a table has that is filled meanwhile, nobody knows yet. */
    boolean isCertain(String sql) {
        return !namesWhatComes(sql) && filled.stream().noneMatch(table -> SqlQueries.reads(sql, table.name()));
    }

    private boolean namesWhatComes(String sql) {
        return coming.stream().anyMatch(name -> SqlIdentifiers.names(sql, name))
                || types.stream().anyMatch(name -> SqlValues.castsTo(sql, name));
    }

    /** Whether a query looks into rows of another table, or for their values, that nobody knows yet. */
    boolean readsWhatGetsValues(String sql, QualifiedName own) {
        return filled.stream().anyMatch(table -> SqlQueries.reads(sql, table.name()))
                || valued.stream()
                        .filter(place -> !place.table().equals(own))
                        .anyMatch(place -> SqlQueries.reads(sql, place.table().name())
                                && SqlIdentifiers.names(sql, place.column()));
    }

    /** Whether a result of a query names a column of another table whose values become others before it runs. */
    boolean readsConverted(RowChange.FillTable fill, String result) {
        return converted.stream()
                .filter(place -> !place.table().equals(fill.object()) && !isReadBefore(fill, place))
                .anyMatch(place -> SqlQueries.reads(fill.query(), place.table().name())
                        && SqlIdentifiers.names(result, place.column()));
    }

    /** A new table is filled before columns change, unless it takes their values as they are then. */
    private boolean isReadBefore(RowChange.FillTable fill, Place place) {
        return created.containsKey(fill.object())
                && altered.containsKey(place)
                && !filledIn.contains(place)
                && !FillOrder.takesAltered(fill, created.get(fill.object()), altered.get(place));
    }

    /** The SQL that makes other values of a column, where it is stated. */
    Optional<String> conversion(QualifiedName table, Name column) {
        Place place = new Place(table, column);
        return Optional.ofNullable(altered.get(place))
                .filter(alter -> !filledIn.contains(place))
                .flatMap(ColumnChange.AlterColumnType::using);
    }

    /** Whether the values of a column become those of another type. */
    boolean isConverted(QualifiedName table, Name column) {
        return converted.contains(new Place(table, column));
    }

    /** The same, by what is stated, whatever the types are. */
    boolean isReplaced(QualifiedName table, Name column) {
        return replaced.contains(new Place(table, column));
    }

    /** Whether rows come into a table. */
    boolean isFilled(QualifiedName table) {
        return filled.contains(table);
    }
}
