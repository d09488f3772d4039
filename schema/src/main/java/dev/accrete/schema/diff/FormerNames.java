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
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Finds stated SQL that calls a table or column as it was called before the same migration renames it: nothing has that name
 * any more when the SQL runs.
 */
final class FormerNames {

    private final Map<Name, Name> renamed = new LinkedHashMap<>();
    private final Set<Name> tables = new HashSet<>();
    private final Decisions decisions;

    private FormerNames(Schema now, Kept kept, List<Change> changes, Decisions decisions) {
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
        FormerNames names = new FormerNames(now, kept, changes, decisions);
        for (Change change : changes) {
            Optional<Table> table = after.table(change.object());
            if (change instanceof RowChange.FillTable fill) {
                names.check(
                        fill,
                        "Backfill",
                        Optional.of(fill.query()),
                        query -> fill.withQuery(query).sql());
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
        check(change, annotation, stated, sql -> sql);
    }

    /** @param statement what is stated with other SQL in it */
    private void check(Change change, String annotation, Optional<String> stated, UnaryOperator<String> statement) {
        String sql = stated.filter(SqlQueries::hasQuery).orElse("");
        for (Map.Entry<Name, Name> name : renamed.entrySet()) {
            // An alias may be called like a table.
            boolean named = tables.contains(name.getKey())
                    ? SqlQueries.reads(sql, name.getKey())
                    : SqlIdentifiers.names(sql, name.getKey());
            if (named) {
                String instead = sql;
                for (Map.Entry<Name, Name> each : renamed.entrySet()) {
                    instead = SqlIdentifiers.renamed(instead, each.getKey(), each.getValue());
                }
                decisions
                        .renames()
                        .formerName(change, annotation, name.getKey(), name.getValue(), statement.apply(instead));
                return;
            }
        }
    }
}
