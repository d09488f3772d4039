package dev.accrete.schema.plan;

import dev.accrete.schema.change.Change;
import dev.accrete.schema.change.ChangeText;
import dev.accrete.schema.change.ColumnChange;
import dev.accrete.schema.change.ConstraintChange;
import dev.accrete.schema.change.RowChange;
import dev.accrete.schema.change.TableChange;
import dev.accrete.schema.dialect.Dialect;
import dev.accrete.schema.model.AllowedValues;
import dev.accrete.schema.model.CheckConstraint;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ForeignKey;
import dev.accrete.schema.model.Index;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.sql.SqlIdentifiers;
import dev.accrete.schema.sql.SqlQueries;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Words the queries that find rows which a plan stops at: those that a constraint refuses, that have no value where one has
 * to be, or one that does not fit another type. Only rows can be found whose columns are there when the plan begins.
 */
final class Obstacles {

    /** A value that the database finds by looking, or in some cases: there may be none. */
    private static final Pattern MAYBE_NONE =
            Pattern.compile("(?is)\\s*(\\(\\s*select\\b(?!\\s+count\\b)|case\\b(?!.*\\belse\\b)).*");

    private final Dialect dialect;
    private final Schema start;
    private final NamesAtStart names;
    private final List<Change> changes;
    private final SameKeys sameKeys;
    private final SameValues sameValues;
    private final Set<ForeignKey> mended = new HashSet<>();
    private final Set<QualifiedName> filled = new HashSet<>();
    private final Set<Place> converted = new HashSet<>();
    /** Columns whose rows get values before they are looked up. */
    private final Set<Place> valued = new HashSet<>();
    /** Names that mean nothing yet when the plan begins. */
    private final Set<Name> coming = new HashSet<>();

    private record Place(QualifiedName table, Name column) {}

    private Obstacles(Dialect dialect, Schema start, List<Change> changes) {
        this.dialect = dialect;
        this.start = start;
        this.names = new NamesAtStart(changes);
        this.changes = changes;
        this.sameKeys = new SameKeys(dialect, start, names, changes);
        this.sameValues = new SameValues(dialect, start, names, changes, this::isCertain);
        for (Change change : changes) {
            if (change instanceof RowChange.MendReferences mend) {
                mended.add(mend.key());
            } else if (change instanceof RowChange.FillTable) {
                filled.add(change.object());
            } else if (change instanceof ColumnChange.AlterColumnType type
                    && (type.using().isPresent()
                            || !dialect.typeName(type.before().type())
                                    .equals(dialect.typeName(type.after().type())))) {
                converted.add(new Place(type.object(), type.after().name()));
            } else if (change instanceof RowChange.FillColumn fill) {
                converted.add(new Place(fill.object(), fill.column()));
                valued.add(new Place(fill.object(), fill.column()));
            } else if (change instanceof ColumnChange.SetNotNull set
                    && set.backfill().isPresent()) {
                valued.add(new Place(set.object(), set.after().name()));
            } else if (change instanceof ColumnChange.AddColumn add) {
                coming.add(add.after().name());
            } else if (change instanceof ColumnChange.RenameColumn rename) {
                coming.add(rename.after());
            } else if (change instanceof TableChange.CreateTable) {
                coming.add(change.object().name());
            } else if (change instanceof TableChange.RenameTable rename) {
                coming.add(rename.after().name());
            }
        }
    }

    /**
     * All of a plan.
     *
     * @param start what the database has when the plan begins, by the names that it has then
     */
    static List<Obstacle> of(List<Change> changes, Dialect dialect, Schema start) {
        Obstacles obstacles = new Obstacles(dialect, start, changes);
        List<Obstacle> found = new ArrayList<>();
        changes.forEach(change -> obstacles.of(change).ifPresent(found::add));
        found.addAll(obstacles.sameValues.ofKept());
        return found;
    }

    private Optional<Obstacle> of(Change change) {
        if (change instanceof ColumnChange.SetNotNull set) {
            return empty(set);
        } else if (change instanceof ColumnChange.AddColumn add) {
            return notFound(add);
        } else if (change instanceof ColumnChange.AlterColumnType alter) {
            return tooLarge(alter);
        } else if (change instanceof ColumnChange.AlterColumnChecks alter) {
            return refused(alter);
        } else if (change instanceof ConstraintChange.AddCheck add) {
            return there(add) && isKnown(add.object(), add.constraint().condition()) && !isCheckedAlready(add)
                    ? Optional.of(new Obstacle(
                            add.object().toString(),
                            "what " + add.constraint().name() + " refuses",
                            select(add.object()) + not(add.constraint())))
                    : Optional.empty();
        } else if (change instanceof ConstraintChange.AddPrimaryKey add) {
            return duplicates(add, add.constraint().columns());
        } else if (change instanceof ConstraintChange.AddUniqueKey add) {
            return duplicates(add, add.constraint().columns());
        } else if (change instanceof ConstraintChange.AddIndex add
                && add.constraint().unique()) {
            List<Index.Part> parts = add.constraint().parts();
            return parts.stream().allMatch(part -> part.column().isPresent())
                    ? duplicates(
                            add,
                            parts.stream()
                                    .map(part -> part.column().orElseThrow())
                                    .toList())
                    : Optional.empty();
        } else if (change instanceof ConstraintChange.AddForeignKey add) {
            return dangling(add);
        } else if (change instanceof RowChange.FillTable fill) {
            return sameKeys.of(fill);
        }
        return Optional.empty();
    }

    private Optional<Obstacle> empty(ColumnChange.SetNotNull set) {
        boolean certain =
                set.backfill().filter(sql -> !MAYBE_NONE.matcher(sql).matches()).isPresent();
        boolean unknown = set.backfill()
                .filter(sql -> !isKnown(set.object(), sql) || readsWhatGetsValues(sql, set.object()))
                .isPresent();
        if (certain || unknown || column(set.object(), set.before().name()).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Obstacle(
                ChangeText.subject(set),
                set.backfill().isPresent() ? "no value, where none is found for them" : "no value",
                set.backfill()
                        .filter(SqlQueries::hasWindow)
                        .map(sql -> placed(
                                set.object(),
                                sql,
                                " WHERE " + name(set.object(), set.before().name()) + " IS NULL"))
                        .orElseGet(() -> select(set.object())
                                + name(set.object(), set.before().name()) + " IS NULL"
                                + set.backfill()
                                        .map(sql -> " AND " + sql + " IS NULL")
                                        .orElse(""))));
    }

    /** Rows for which a query finds no value, in a column that is new. */
    private Optional<Obstacle> notFound(ColumnChange.AddColumn add) {
        return add.backfill()
                .filter(sql ->
                        !add.after().nullable() && MAYBE_NONE.matcher(sql).matches())
                .filter(sql -> table(add.object()).isPresent() && isKnown(add.object(), sql))
                .filter(sql -> !readsWhatGetsValues(sql, add.object()))
                .map(sql -> new Obstacle(
                        ChangeText.subject(add),
                        "no value, where none is found for them",
                        SqlQueries.hasWindow(sql)
                                ? placed(add.object(), sql, "")
                                : select(add.object()) + sql + " IS NULL"));
    }

    /** No window function may stand in a condition. */
    private String placed(QualifiedName now, String sql, String where) {
        QualifiedName table = names.table(now);
        return "SELECT * FROM (SELECT " + dialect.identifier(QualifiedName.of(table.name())) + ".*, " + sql
                + " AS found FROM " + dialect.identifier(table) + where + ") r WHERE found IS NULL";
    }

    private Optional<Obstacle> tooLarge(ColumnChange.AlterColumnType alter) {
        Name column = alter.before().name();
        Optional<String> condition = alter.using().isPresent()
                        || alter.after().generatedAs().isPresent()
                        || column(alter.object(), column).isEmpty()
                ? Optional.empty()
                : OutOfRange.condition(alter.before().type(), alter.after().type(), name(alter.object(), column));
        return condition.map(sql -> new Obstacle(
                ChangeText.subject(alter),
                "more than " + dialect.typeName(alter.after().type()) + " holds",
                select(alter.object()) + sql));
    }

    private Optional<Obstacle> refused(ColumnChange.AlterColumnChecks alter) {
        Column column = alter.after();
        Optional<CheckConstraint> before = dialect.check(alter.object(), alter.before());
        Optional<CheckConstraint> after = dialect.check(alter.object(), column);
        List<String> allowed = AllowedValues.listed(column);
        List<String> written = AllowedValues.listed(alter.before());
        // A check of another type can't be asked of the values as they are.
        if (converted(alter.object(), column.name())
                || !written.isEmpty() && allowed.containsAll(written)
                || after.isEmpty()
                || before.equals(after)
                || !isKnown(alter.object(), after.get().condition())
                || column(alter.object(), column.name()).isEmpty()) {
            return Optional.empty();
        }
        boolean allowsNull = column.checks().stream().allMatch(check -> AllowedValues.allowsNull(check, column));
        boolean filled = changes.stream()
                .anyMatch(change -> change instanceof ColumnChange.SetNotNull set
                        && set.backfill().isPresent()
                        && set.object().equals(alter.object())
                        && set.after().name().equals(column.name()));
        return Optional.of(new Obstacle(
                ChangeText.subject(alter),
                "what its check refuses",
                select(alter.object())
                        + (filled
                                ? name(alter.object(), column.name()) + " IS NOT NULL AND "
                                : allowsNull || column.nullable()
                                        ? ""
                                        : name(alter.object(), column.name()) + " IS NULL OR ")
                        + not(after.get())));
    }

    private static String not(CheckConstraint check) {
        return "NOT (" + check.condition() + ")";
    }

    private Optional<Obstacle> duplicates(ConstraintChange add, List<Name> columns) {
        return there(add) ? sameValues.ofNew(add.object(), columns) : Optional.empty();
    }

    private Optional<Obstacle> dangling(ConstraintChange.AddForeignKey add) {
        ForeignKey key = add.constraint();
        Optional<Table> parent = table(key.referencedTable());
        if (!there(add)
                || mended.contains(key)
                // Which rows it has then, nobody knows yet.
                || filled.contains(key.referencedTable())
                || key.definition().isPresent()
                || key.columns().size() != key.referencedColumns().size()
                || key.columns().stream()
                        .anyMatch(name -> column(add.object(), name).isEmpty())
                || parent.isEmpty()
                || key.referencedColumns().stream()
                        .anyMatch(name -> column(key.referencedTable(), name).isEmpty())
                || refersAlready(add.object(), key)
                // Values of two types that will be one can't be compared yet.
                || key.columns().stream().anyMatch(name -> converted(add.object(), name))
                || key.referencedColumns().stream().anyMatch(name -> converted(key.referencedTable(), name))) {
            return Optional.empty();
        }
        String present = key.columns().stream()
                .filter(name -> column(add.object(), name).orElseThrow().nullable())
                .map(name -> "c." + name(add.object(), name) + " IS NOT NULL AND ")
                .collect(Collectors.joining());
        String same = IntStream.range(0, key.columns().size())
                .mapToObj(i -> "p."
                        + name(key.referencedTable(), key.referencedColumns().get(i)) + " = c."
                        + name(add.object(), key.columns().get(i)))
                .collect(Collectors.joining(" AND "));
        return Optional.of(new Obstacle(
                add.object().toString(),
                "references to rows of " + key.referencedTable() + " that are not there",
                "SELECT * FROM " + dialect.identifier(names.table(add.object())) + " c WHERE " + present
                        + "NOT EXISTS (SELECT 1 FROM " + dialect.identifier(names.table(key.referencedTable()))
                        + " p WHERE " + same + ")"));
    }

    /** Whether SQL about rows of a table speaks of nothing but what is there, with the values that it has. */
    private boolean isKnown(QualifiedName table, String sql) {
        return !namesWhatComes(sql)
                && converted.stream()
                        .filter(place -> place.table().equals(table)
                                || SqlQueries.reads(sql, place.table().name()))
                        .noneMatch(place -> SqlIdentifiers.names(sql, place.column()));
    }

    /** Which rows a table has that is filled meanwhile, nobody knows yet. */
    private boolean isCertain(String sql) {
        return !namesWhatComes(sql) && filled.stream().noneMatch(table -> SqlQueries.reads(sql, table.name()));
    }

    private boolean namesWhatComes(String sql) {
        return coming.stream().anyMatch(name -> SqlIdentifiers.names(sql, name));
    }

    /** Whether a query looks into rows of another table, or for their values, that nobody knows yet. */
    private boolean readsWhatGetsValues(String sql, QualifiedName own) {
        return filled.stream().anyMatch(table -> SqlQueries.reads(sql, table.name()))
                || valued.stream()
                        .filter(place -> !place.table().equals(own))
                        .anyMatch(place -> SqlQueries.reads(sql, place.table().name())
                                && SqlIdentifiers.names(sql, place.column()));
    }

    /** Whether the values of a column become those of another type. */
    private boolean converted(QualifiedName table, Name column) {
        return converted.contains(new Place(table, column));
    }

    /** Whether the table is there, and what is added to it is not: some constraints merely make way for a while. */
    private boolean there(ConstraintChange add) {
        return table(add.object())
                .filter(table ->
                        !table.primaryKey().filter(add.constraint()::equals).isPresent()
                                && !table.uniqueKeys().contains(add.constraint())
                                && !table.foreignKeys().contains(add.constraint())
                                && !table.indexes().contains(add.constraint())
                                && !table.checks().contains(add.constraint()))
                .isPresent();
    }

    private boolean isCheckedAlready(ConstraintChange.AddCheck add) {
        return table(add.object()).stream()
                .flatMap(table -> table.checks().stream())
                .anyMatch(check -> check.condition().equals(add.constraint().condition()));
    }

    /** The same for a foreign key. */
    private boolean refersAlready(QualifiedName now, ForeignKey key) {
        List<Name> columns =
                key.columns().stream().map(name -> names.column(now, name)).toList();
        List<Name> referenced = key.referencedColumns().stream()
                .map(name -> names.column(key.referencedTable(), name))
                .toList();
        return table(now).stream()
                .flatMap(table -> table.foreignKeys().stream())
                .anyMatch(old -> old.columns().equals(columns)
                        && old.referencedTable().equals(names.table(key.referencedTable()))
                        && old.referencedColumns().equals(referenced));
    }

    private Optional<Table> table(QualifiedName now) {
        return start.table(names.table(now));
    }

    private Optional<Column> column(QualifiedName now, Name column) {
        return table(now).flatMap(found -> found.column(names.column(now, column)));
    }

    private String select(QualifiedName now) {
        return "SELECT * FROM " + dialect.identifier(names.table(now)) + " WHERE ";
    }

    private String name(QualifiedName now, Name column) {
        return dialect.identifier(QualifiedName.of(names.column(now, column)));
    }
}
