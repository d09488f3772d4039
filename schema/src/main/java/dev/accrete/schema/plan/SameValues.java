package dev.accrete.schema.plan;

import dev.accrete.schema.change.Change;
import dev.accrete.schema.change.ColumnChange;
import dev.accrete.schema.change.ColumnValues;
import dev.accrete.schema.change.ConstraintChange;
import dev.accrete.schema.change.RowChange;
import dev.accrete.schema.conversion.Casts;
import dev.accrete.schema.conversion.Conversions;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.Index;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.PrimaryKey;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.model.UniqueKey;
import dev.accrete.schema.sql.SqlIdentifiers;
import dev.accrete.schema.sql.SqlQueries;
import dev.accrete.schema.sql.SqlValues;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Words the query that finds rows with the same values in a key: one that is new, or one that stays over columns whose values
 * become others, which may be the same.
 */
final class SameValues {

    /** Characters that hold every 64-bit number. */
    private static final int LONGEST_NUMBER = 20;

    /** A number as a UUID, with room for all of its digits. */
    private static final Pattern PADDED =
            Pattern.compile("(?i)cast\\(lpad\\((cast\\(\\w+ as varchar\\)), 32, '0'\\) as uuid\\)");

    /** What makes something else of a value than its text or number. */
    private static final Pattern FUNCTION = Pattern.compile("(?i)\\b(?!cast\\b)\\w+\\s*\\((?!\\s*\\d+\\s*[,)])");

    private final AtStart at;
    private final ColumnValues values;

    /** What becomes of values, by table and column. */
    private final Map<QualifiedName, Map<Name, String>> conversions = new HashMap<>();

    /** Columns whose texts may stand for nothing, at which a query would stop too. */
    private final Map<QualifiedName, Set<Name>> unreadable = new HashMap<>();

    /** Columns whose rows get the values that a query finds for them. */
    private final Map<QualifiedName, Set<Name>> replaced = new HashMap<>();

    /** What rows get that have no value until then. */
    private final Map<QualifiedName, Map<Name, String>> filled = new HashMap<>();

    private final Map<QualifiedName, Set<Set<Name>>> dropped = new HashMap<>();
    private final Map<QualifiedName, Set<Set<Name>>> added = new HashMap<>();

    SameValues(AtStart at) {
        this.at = at;
        this.values = ColumnValues.of(at.changes());
        for (Change change : at.changes()) {
            if (change instanceof ColumnChange.AlterColumnType alter) {
                alter.using()
                        .filter(sql -> SqlValues.casts(sql, alter.after().name()))
                        .filter(sql -> Casts.mayFail(
                                alter.before().type(), alter.after().type()))
                        .ifPresent(sql -> unreadable
                                .computeIfAbsent(alter.object(), table -> new HashSet<>())
                                .add(alter.after().name()));
                alter.using()
                        .filter(sql -> SqlQueries.hasWindow(sql) || SqlQueries.hasQuery(sql))
                        .filter(sql -> !followsItself(alter, sql))
                        .ifPresent(sql -> replaced.computeIfAbsent(alter.object(), table -> new HashSet<>())
                                .add(alter.after().name()));
                // What asks other rows finds each value one of its own, and the forms of a UUID differ as UUIDs do.
                alter.using()
                        .filter(sql -> !SqlQueries.hasWindow(sql) && !SqlQueries.hasQuery(sql))
                        .filter(sql -> !isUuid(alter.before()) && !isUuid(alter.after()))
                        .filter(sql -> !isWritten(alter, sql))
                        .ifPresent(sql -> conversions
                                .computeIfAbsent(alter.object(), table -> new HashMap<>())
                                .put(alter.after().name(), sql));
            } else if (change instanceof ColumnChange.SetNotNull set) {
                set.backfill()
                        .filter(sql -> !SqlQueries.hasWindow(sql) && !SqlQueries.hasQuery(sql))
                        .filter(sql -> changesNoOther(set, sql))
                        .ifPresent(sql -> filled.computeIfAbsent(set.object(), table -> new HashMap<>())
                                .put(set.after().name(), sql));
            } else if (change instanceof ConstraintChange.DropUniqueKey drop) {
                note(dropped, drop, drop.constraint().columns());
            } else if (change instanceof ConstraintChange.DropPrimaryKey drop) {
                note(dropped, drop, drop.constraint().columns());
            } else if (change instanceof ConstraintChange.DropIndex drop) {
                note(dropped, drop, columns(drop.constraint()));
            } else if (change instanceof ConstraintChange.AddUniqueKey add) {
                note(added, add, add.constraint().columns());
            } else if (change instanceof ConstraintChange.AddPrimaryKey add) {
                note(added, add, add.constraint().columns());
            } else if (change instanceof ConstraintChange.AddIndex add) {
                note(added, add, columns(add.constraint()));
            }
        }
    }

    /** Whether what a query finds for a row depends on nothing of it but the value whose place it takes: the same stays so. */
    private static boolean followsItself(ColumnChange.AlterColumnType alter, String sql) {
        return SqlIdentifiers.of(sql, alter.object().name())
                .equals(Set.of(alter.after().name()));
    }

    /** Whether the columns that a value is for and speaks of have the types and values before that they have then. */
    private boolean changesNoOther(ColumnChange.SetNotNull set, String sql) {
        return at.changes().stream()
                .filter(change -> change.object().equals(set.object()))
                .filter(change ->
                        change instanceof ColumnChange.AlterColumnType || change instanceof RowChange.FillColumn)
                .flatMap(change -> change.columnName().stream())
                .noneMatch(name -> name.equals(set.after().name()) || SqlIdentifiers.names(sql, name));
    }

    private static boolean isUuid(Column column) {
        return column.type() instanceof ColumnType.Simple simple && simple.kind() == ColumnType.Simple.Kind.UUID;
    }

    /** Whether each whole number, or label of a type, becomes a text of its own, as a text with room for all of them writes it. */
    private boolean isWritten(ColumnChange.AlterColumnType alter, String sql) {
        String cast = "cast(" + alter.after().name() + " as ";
        boolean number = Conversions.isInteger(alter.before().type());
        boolean label = alter.before().type() instanceof ColumnType.Named;
        return alter.after().type() instanceof ColumnType.Sized text
                && text.kind() == ColumnType.Sized.Kind.VARCHAR
                && (label || number && (text.length() == 0 || text.length() >= LONGEST_NUMBER))
                && Stream.of("varchar", at.dialect().typeName(text))
                        .anyMatch(type -> sql.equalsIgnoreCase(cast + type + ")"));
    }

    private static void note(Map<QualifiedName, Set<Set<Name>>> keys, Change change, List<Name> columns) {
        keys.computeIfAbsent(change.object(), table -> new HashSet<>()).add(Set.copyOf(columns));
    }

    /** The columns of an index, if it is of nothing else. */
    private static List<Name> columns(Index index) {
        List<Name> columns =
                index.parts().stream().flatMap(part -> part.column().stream()).toList();
        return columns.size() == index.parts().size() ? columns : List.of();
    }

    /** Those of a key that is new; empty where a key keeps rows apart already, or columns or their values are not there. */
    Optional<Obstacle> ofNew(QualifiedName now, List<Name> columns) {
        List<Name> telling = columns.stream()
                .filter(column -> !isNewAndOneForAll(now, column))
                .toList();
        Set<Name> atStart =
                telling.stream().map(name -> at.names().column(now, name)).collect(Collectors.toSet());
        boolean there = keysAtStart(now).anyMatch(key -> Set.copyOf(key).equals(atStart));
        Set<Name> unchanged = telling.stream()
                .filter(column -> values.stay(now, column))
                .map(name -> at.names().column(now, name))
                .collect(Collectors.toSet());
        if (keysAtStart(now).anyMatch(unchanged::containsAll)) {
            return Optional.empty();
        }
        boolean converted = telling.size() < columns.size()
                && telling.stream().anyMatch(conversions.getOrDefault(now, Map.of())::containsKey);
        return there && !converted
                ? Optional.empty()
                : Optional.of(telling)
                        .filter(some -> !some.isEmpty())
                        .flatMap(some -> of(now, some))
                        .or(() -> ofComing(now, columns));
    }

    /** The columns of each key that a table has before the plan runs. */
    private Stream<List<Name>> keysAtStart(QualifiedName now) {
        return at.table(now).stream()
                .flatMap(table -> Stream.concat(
                        table.primaryKey().stream().map(PrimaryKey::columns),
                        table.uniqueKeys().stream().map(UniqueKey::columns)));
    }

    /** Whether a column comes with one value for all rows, and so tells none of them apart. */
    private boolean isNewAndOneForAll(QualifiedName now, Name column) {
        return at.changes().stream()
                .anyMatch(change -> change instanceof ColumnChange.AddColumn add
                        && add.object().equals(now)
                        && add.after().name().equals(column)
                        && add.backfill().filter(sql -> isOneForAll(now, sql)).isPresent());
    }

    /** Those that rows get while the plan runs, where nothing numbers them or leaves them empty. */
    private Optional<Obstacle> ofComing(QualifiedName now, List<Name> columns) {
        List<Change> filling = at.changes().stream()
                .filter(change -> change.object().equals(now))
                .filter(change -> change.columnName().filter(columns::contains).isPresent())
                .toList();
        boolean apart = filling.stream()
                .anyMatch(change -> numbers(change)
                        || values.areNone(now, change.columnName().orElseThrow()));
        return at.table(now).isEmpty() || filling.isEmpty() || apart
                ? Optional.empty()
                : Optional.of(new Obstacle(
                        now.toString(),
                        "the same values in "
                                + columns.stream()
                                        .map(column -> at.dialect().identifier(QualifiedName.of(column)))
                                        .collect(Collectors.joining(", ")),
                        Optional.of("SELECT count(*) FROM " + at.identifier(now) + " HAVING count(*) > 1")
                                .filter(query -> columns.stream().allMatch(name -> isNewAndOneForAll(now, name)))));
    }

    /** Whether a value says nothing of the row that gets it: a constant, or a query that is not about it. */
    private boolean isOneForAll(QualifiedName now, String sql) {
        if (SqlQueries.hasWindow(sql)) {
            return false;
        }
        return SqlValues.isLookedUp(sql)
                ? !sql.contains(now.name() + ".")
                : at.table(now).stream()
                        .flatMap(found -> found.columns().stream())
                        .noneMatch(column -> SqlIdentifiers.names(sql, column.name()));
    }

    /** Whether rows may get other values each. */
    private boolean numbers(Change change) {
        Optional<String> value = Optional.empty();
        if (change instanceof RowChange.NumberRows) {
            return true;
        } else if (change instanceof ColumnChange.AddColumn add) {
            if (add.after().identity() || add.after().generatedAs().isPresent()) {
                return true;
            }
            value = add.backfill();
        } else if (change instanceof ColumnChange.AlterColumnType alter) {
            value = alter.using();
        } else if (change instanceof ColumnChange.SetNotNull set) {
            value = set.backfill();
        } else if (change instanceof RowChange.FillColumn fill) {
            value = Optional.of(fill.value());
        }
        return value.filter(sql -> !isOneForAll(change.object(), sql)).isPresent();
    }

    /** Those of the keys that stay. */
    List<Obstacle> ofKept() {
        List<Obstacle> found = new ArrayList<>();
        conversions.keySet().stream().sorted().forEach(now -> {
            for (List<Name> key : keys(now)) {
                if (key.stream().anyMatch(conversions.get(now)::containsKey)) {
                    of(now, key).ifPresent(found::add);
                }
            }
        });
        return found;
    }

    /** The keys of a table that were there and stay, by the names that columns have now. */
    private Set<List<Name>> keys(QualifiedName now) {
        Optional<Table> then = at.table(now);
        Set<List<Name>> keys = new LinkedHashSet<>();
        if (then.isPresent()) {
            Map<Name, Name> later = new HashMap<>();
            conversions.get(now).keySet().forEach(name -> later.put(at.names().column(now, name), name));
            Stream.of(
                            then.get().primaryKey().stream().map(PrimaryKey::columns),
                            then.get().uniqueKeys().stream().map(UniqueKey::columns),
                            then.get().indexes().stream().filter(Index::unique).map(SameValues::columns))
                    .flatMap(columns -> columns)
                    .filter(columns -> !goes(now, Set.copyOf(columns)))
                    .map(columns -> columns.stream()
                            .map(name -> later.getOrDefault(name, name))
                            .toList())
                    .forEach(keys::add);
        }
        return keys;
    }

    private boolean goes(QualifiedName now, Set<Name> columns) {
        return dropped.getOrDefault(now, Set.of()).contains(columns)
                && !added.getOrDefault(now, Set.of()).contains(columns);
    }

    /** What is made of a row's other values in a column that is new, if a query can say it when the plan begins. */
    private Optional<String> coming(QualifiedName now, Name column) {
        return at.changes().stream()
                .filter(ColumnChange.AddColumn.class::isInstance)
                .map(ColumnChange.AddColumn.class::cast)
                .filter(add -> add.object().equals(now) && add.after().name().equals(column))
                .flatMap(add -> add.backfill().stream())
                .filter(sql -> !SqlQueries.hasWindow(sql)
                        && !SqlQueries.hasQuery(sql)
                        && at.known().isKnown(now, sql)
                        && !isOfKey(now, sql))
                .findFirst();
    }

    /** Whether a value is a key of its row in another form, which is another one for each. */
    private boolean isOfKey(QualifiedName now, String sql) {
        String written = PADDED.matcher(sql).replaceFirst("$1");
        return !FUNCTION.matcher(written).find()
                && keysAtStart(now).anyMatch(key -> key.stream().allMatch(name -> SqlIdentifiers.names(sql, name)));
    }

    private Optional<Obstacle> of(QualifiedName now, List<Name> columns) {
        Optional<Table> table = at.table(now);
        Map<Name, String> converted = conversions.getOrDefault(now, Map.of());
        List<String> selected = new ArrayList<>();
        List<String> list = new ArrayList<>();
        List<String> present = new ArrayList<>();
        for (Name column : columns) {
            Name then = at.names().column(now, column);
            Optional<String> made = table.flatMap(found -> coming(now, column));
            if (made.isPresent()) {
                String name = at.dialect().identifier(QualifiedName.of(column));
                list.add(name);
                selected.add(made.get() + " AS " + name);
                present.add(name + " IS NOT NULL");
                continue;
            }
            Optional<String> value = Optional.ofNullable(converted.get(column)).map(sql -> at.asked(now, sql));
            if (replaced.getOrDefault(now, Set.of()).contains(column)
                    || table.flatMap(found -> found.column(then)).isEmpty()
                    || value.filter(sql -> !at.known().isCertain(sql)).isPresent()) {
                return Optional.empty();
            }
            String name = at.dialect().identifier(QualifiedName.of(then));
            Optional<String> given = Optional.ofNullable(
                            filled.getOrDefault(now, Map.of()).get(column))
                    .filter(sql -> value.isEmpty() && at.known().isCertain(sql))
                    .map(sql -> "coalesce(" + name + ", " + sql + ")");
            list.add(name);
            selected.add(value.or(() -> given).map(sql -> sql + " AS " + name).orElse(name));
            if (value.isPresent()
                    || given.isEmpty() && table.get().column(then).orElseThrow().nullable()) {
                present.add(name + " IS NOT NULL");
            }
        }
        String rows = at.identifier(now);
        String same = String.join(", ", list);
        String what = "the same values in " + same
                + (columns.stream().anyMatch(converted::containsKey) ? " after their conversion" : "");
        if (columns.stream().anyMatch(unreadable.getOrDefault(now, Set.of())::contains)) {
            return Optional.of(new Obstacle(now.toString(), what, Optional.empty()));
        }
        return Optional.of(new Obstacle(
                now.toString(),
                what,
                "SELECT " + same + ", count(*) FROM "
                        + (selected.equals(list)
                                ? rows
                                : "(SELECT " + String.join(", ", selected) + " FROM " + rows + ") found")
                        + (present.isEmpty() ? "" : " WHERE " + String.join(" AND ", present)) + " GROUP BY " + same
                        + " HAVING count(*) > 1"));
    }
}
