package dev.accrete.schema.diff;

import dev.accrete.schema.change.Change;
import dev.accrete.schema.change.ColumnChange;
import dev.accrete.schema.change.RowChange;
import dev.accrete.schema.change.TableChange;
import dev.accrete.schema.decision.Decisions;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.snapshot.Kept;
import dev.accrete.schema.sql.SqlIdentifiers;
import dev.accrete.schema.sql.SqlQueries;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds stated SQL that calls a table or column as it was called before the same migration renames it: nothing has that name
 * any more when the SQL runs.
 */
final class FormerNames {

    private final Map<Name, Name> renamed = new LinkedHashMap<>();
    private final Set<Name> tables = new HashSet<>();
    private final Schema after;
    private final Decisions decisions;

    private FormerNames(Schema now, Kept kept, Schema after, List<Change> changes, Decisions decisions) {
        this.after = after;
        this.decisions = decisions;
        for (Change change : changes) {
            if (change instanceof TableChange.RenameTable table) {
                rename(table.before().name(), table.after().name());
                tables.add(table.before().name());
            } else if (change instanceof ColumnChange.RenameColumn column) {
                rename(column.before(), column.after());
            }
        }
        Stream.concat(now.tables().stream(), kept.tables().stream()).forEach(table -> {
            renamed.remove(table.name().name());
            table.columns().stream().map(Column::name).forEach(renamed::remove);
        });
    }

    /** One that is renamed twice had its first name in the database. */
    private void rename(Name before, Name after) {
        renamed.replaceAll((former, name) -> name.equals(before) ? after : name);
        renamed.put(before, after);
    }

    /**
     * Reports what it finds.
     *
     * @param now what there is after the renames
     * @param kept what there is besides, without a mapping
     */
    static void report(Schema now, Kept kept, Schema after, List<Change> changes, Decisions decisions) {
        FormerNames names = new FormerNames(now, kept, after, changes, decisions);
        for (Change change : changes) {
            Optional<Table> table = after.table(change.object());
            if (change instanceof RowChange.FillTable fill) {
                names.check(fill);
            } else if (table.isPresent() && change instanceof ColumnChange.AddColumn add) {
                names.check(add, "Backfill", add.backfill());
            } else if (table.isPresent() && change instanceof ColumnChange.SetNotNull required) {
                names.check(required, "Backfill", required.backfill());
            } else if (table.isPresent() && change instanceof ColumnChange.AlterColumnType alter) {
                names.check(alter, "Using", alter.using());
            }
        }
    }

    private void check(Change change, String annotation, Optional<String> stated) {
        String sql = stated.filter(SqlQueries::hasQuery).orElse("");
        Map<Name, Name> gone = gone(table -> table.name().equals(change.object())
                || SqlQueries.reads(sql, table.name().name()));
        report(change, annotation, named(sql, gone), renamed(sql, gone));
    }

    /** The columns that get values have the names that they have afterwards. */
    private void check(RowChange.FillTable fill) {
        String query = fill.query();
        Map<Name, Name> gone =
                gone(table -> SqlQueries.reads(query, table.name().name()));
        report(
                fill,
                "Backfill",
                named(query, gone),
                fill.withQuery(renamed(query, gone)).sql());
    }

    private void report(Change change, String annotation, Optional<Map.Entry<Name, Name>> former, String instead) {
        former.ifPresent(
                name -> decisions.renames().formerName(change, annotation, name.getKey(), name.getValue(), instead));
    }

    /** The names that call nothing any more, by those that they became: a column that is new may have one of them. */
    private Map<Name, Name> gone(Predicate<Table> seen) {
        Map<Name, Name> gone = new LinkedHashMap<>(renamed);
        after.tables().stream()
                .filter(seen)
                .flatMap(table -> table.columns().stream())
                .map(Column::name)
                .filter(name -> !tables.contains(name))
                .forEach(gone::remove);
        return gone;
    }

    private Optional<Map.Entry<Name, Name>> named(String sql, Map<Name, Name> gone) {
        return gone.entrySet().stream()
                // An alias may be called like a table.
                .filter(name -> tables.contains(name.getKey())
                        ? SqlQueries.reads(sql, name.getKey())
                        : SqlIdentifiers.names(sql, name.getKey()))
                .findFirst();
    }

    private static String renamed(String sql, Map<Name, Name> gone) {
        String instead = sql;
        for (Map.Entry<Name, Name> each : gone.entrySet()) {
            instead = SqlIdentifiers.renamed(instead, each.getKey(), each.getValue());
        }
        return instead;
    }
}
