package dev.accrete.schema.dialect;

import static dev.accrete.schema.dialect.SqlWriter.identifier;

import dev.accrete.schema.change.TableChange;
import dev.accrete.schema.dialect.TableLock.Length;
import dev.accrete.schema.dialect.TableLock.Strength;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ForeignKey;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Moves a table of H2 to another schema, for which H2 has no statement: a new table takes the definition, the rows and the
 * foreign keys that lead to the old one. Each statement is a step of its own, since none after the last can be repeated
 * before it.
 */
final class H2SchemaMove {

    private final TableChange.RenameTable change;
    private final Schema moment;
    private final Table table;

    private H2SchemaMove(TableChange.RenameTable change, Schema moment, Table table) {
        this.change = change;
        this.moment = moment;
        this.table = table;
    }

    static List<Step> steps(TableChange.RenameTable change, ChangeContext context) {
        Table table = context.moment()
                .table(change.before())
                .orElseThrow(() -> PlanCode.noStatement(change, "H2 can't move a table that is not known"));
        return new H2SchemaMove(change, context.moment(), table).steps();
    }

    private List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        List<Table> referring = moment.tables().stream()
                .filter(other -> !other.name().equals(table.name()))
                .filter(other -> other.foreignKeys().stream().anyMatch(this::leadsHere))
                .toList();
        Table moved = table.withName(change.after()).withForeignKeys(List.of()).withRows(List.of());
        steps.add(step("create it in its new schema", H2Statements.createTable(moved)));
        steps.add(step("copy its rows", copy()));
        List<String> keys = new ArrayList<>();
        for (ForeignKey key : table.foreignKeys()) {
            keys.add(H2Statements.add(change.after(), leadsHere(key) ? toNewPlace(key) : key));
        }
        for (Table other : referring) {
            for (ForeignKey key : other.foreignKeys()) {
                if (leadsHere(key)) {
                    keys.add(H2Statements.dropConstraint(other.name(), key.name()));
                    keys.add(H2Statements.add(other.name(), toNewPlace(key)));
                }
            }
        }
        if (!keys.isEmpty()) {
            steps.add(step("take over its foreign keys", keys));
        }
        steps.add(step("drop it in its old schema", List.of(H2Statements.dropTable(change.before()))));
        return steps;
    }

    private List<String> copy() {
        String columns = table.columns().stream()
                .filter(column -> column.generatedAs().isEmpty())
                .map(column -> identifier(column.name()))
                .collect(Collectors.joining(", "));
        List<String> statements = new ArrayList<>();
        statements.add("INSERT INTO " + identifier(change.after()) + " (" + columns + ")\n    SELECT " + columns
                + " FROM "
                + identifier(change.before()) + "\n    WHERE NOT EXISTS (SELECT 1 FROM " + identifier(change.after())
                + ")");
        table.columns().stream()
                .filter(Column::identity)
                .forEach(column -> statements.add(H2Statements.restartPast(change.after(), column.name())));
        return statements;
    }

    private boolean leadsHere(ForeignKey key) {
        return key.referencedTable().equals(table.name());
    }

    private ForeignKey toNewPlace(ForeignKey key) {
        return new ForeignKey(
                key.name(),
                key.columns(),
                change.after(),
                key.referencedColumns(),
                key.onDelete(),
                key.onUpdate(),
                key.definition(),
                key.options());
    }

    private Step step(String text, List<String> statements) {
        return Step.autocommit(
                change.before() + ": move to " + change.after() + ", " + text,
                List.of(new TableLock(change.before(), Strength.EXCLUSIVE, Length.REWRITE)),
                statements);
    }
}
