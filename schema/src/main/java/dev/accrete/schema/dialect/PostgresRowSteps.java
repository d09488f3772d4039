package dev.accrete.schema.dialect;

import static dev.accrete.schema.dialect.PostgresStatements.alterTable;
import static dev.accrete.schema.dialect.SqlWriter.identifier;

import dev.accrete.schema.change.RowChange;
import dev.accrete.schema.dialect.TableLock.Length;
import dev.accrete.schema.dialect.TableLock.Strength;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.PrimaryKey;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.model.UniqueKey;
import dev.accrete.schema.sql.SqlQueries;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How PostgreSQL changes rows: in batches where tables may be large. */
final class PostgresRowSteps {

    private final ChangeContext context;

    PostgresRowSteps(ChangeContext context) {
        this.context = context;
    }

    List<Step> insert(RowChange.InsertRow change) {
        return List.of(Step.transaction(
                change.object() + ": add row",
                List.of(),
                List.of(PostgresStatements.insertRow(change.object(), change.after()))));
    }

    List<Step> delete(RowChange.DeleteRow change) {
        return List.of(Step.transaction(
                change.object() + ": delete row",
                List.of(),
                List.of(Clauses.delete(change.object(), change.before()))));
    }

    /** Batch by batch where a row's list is found by an index; otherwise all are numbered by one statement. */
    List<Step> number(RowChange.NumberRows change) {
        String table = identifier(change.object());
        String column = identifier(change.column());
        String text = change.object() + "." + change.column() + ": number rows";
        Optional<Table> before = context.before(change.object());
        Optional<List<Name>> key = before.filter(found -> found.isSearchedBy(change.owner()))
                .flatMap(Table::primaryKey)
                .map(PrimaryKey::columns);
        if (key.isPresent()) {
            return List.of(PostgresBatches.update(
                    before.get(),
                    text,
                    column + " = "
                            + Clauses.number(
                                    change, context, change.first() + " + " + Clauses.countBefore(change, key.get())),
                    column + " IS NULL AND " + Clauses.owned(change)));
        }
        String owner = change.owner().stream().map(SqlWriter::identifier).collect(Collectors.joining(", "));
        String position = Clauses.number(
                change,
                context,
                change.first() + " - 1 + row_number() OVER (PARTITION BY " + owner + " ORDER BY " + column + ", ctid)");
        return List.of(Step.autocommit(
                text,
                List.of(),
                List.of(
                        "SET statement_timeout = 0",
                        "UPDATE " + table + " SET " + column + " = numbered.position FROM (SELECT ctid AS place, "
                                + position + " AS position FROM " + table + " WHERE " + Clauses.owned(change)
                                + ") numbered\n    WHERE " + table + ".ctid = numbered.place AND " + table + "."
                                + column
                                + " IS DISTINCT FROM numbered.position",
                        "RESET statement_timeout")));
    }

    /** It locks no row that was there before. */
    List<Step> fill(RowChange.FillTable change) {
        QualifiedName table = change.object();
        List<String> statements = new ArrayList<>(List.of(
                "SET LOCAL statement_timeout = 0",
                "INSERT INTO " + identifier(table) + " "
                        + new PostgresStatedSql(context).rows(context.table(table), change.sql())));
        context.filledIdentities(table)
                .forEach(column -> statements.add(PostgresColumnSteps.restartPast(table, column)));
        return List.of(Step.transaction(table + ": take over rows", List.of(), statements));
    }

    List<Step> takeOut(RowChange.TakeOutRows change) {
        return List.of(Step.autocommit(
                change.object() + ": take out rows that were taken over",
                List.of(),
                List.of("SET statement_timeout = 0", Clauses.takeOutRows(change), "RESET statement_timeout")));
    }

    List<Step> follow(RowChange.FollowKeys change) {
        return atOnce(
                change.object(),
                change.object() + ": follow keys of " + change.key().referencedTable(),
                change.key().columns(),
                Clauses.followKeys(change));
    }

    /**
     * All rows in one statement: where some had their new values already, those would be looked up for the others. Keys over the
     * columns are away meanwhile, because PostgreSQL looks at them row by row, and come back online.
     */
    private List<Step> atOnce(QualifiedName name, String text, List<Name> columns, String update) {
        Optional<Table> table = context.after().table(name);
        Optional<PrimaryKey> primary = table.flatMap(Table::primaryKey).filter(key -> isOver(key.columns(), columns));
        List<UniqueKey> unique = table.map(Table::uniqueKeys).orElse(List.of()).stream()
                .filter(key -> isOver(key.columns(), columns))
                .toList();
        List<String> drops = Stream.concat(
                        primary.stream().map(PrimaryKey::name), unique.stream().map(UniqueKey::name))
                .map(key -> alterTable(name, PostgresStatements.dropConstraint(key)))
                .toList();
        List<Step> steps = new ArrayList<>();
        if (!drops.isEmpty()) {
            steps.add(PostgresOnline.locked(
                    name + ": drop keys", Strength.ACCESS_EXCLUSIVE, Length.INSTANT, List.of(name), drops));
        }
        steps.add(Step.transaction(text, List.of(), List.of("SET LOCAL statement_timeout = 0", update)));
        primary.ifPresent(key -> steps.addAll(PostgresOnline.addPrimaryKey(name, key)));
        unique.forEach(key -> steps.addAll(PostgresOnline.addUniqueKey(name, key)));
        return steps;
    }

    private static boolean isOver(List<Name> key, List<Name> columns) {
        return key.stream().anyMatch(columns::contains);
    }

    List<Step> mend(RowChange.MendReferences change) {
        String text = change.object() + ": mend references to " + change.key().referencedTable();
        boolean readsItself = change.values().stream()
                .anyMatch(sql -> SqlQueries.reads(sql, change.object().name()));
        if (change.all() && readsItself) {
            return atOnce(change.object(), text, change.key().columns(), Clauses.mendReferences(change));
        }
        if (change.placeholder().isEmpty()) {
            return List.of(PostgresBatches.update(
                    context.table(change.object()), text, Clauses.mended(change), Clauses.dangling(change)));
        }
        // Rows of a table that was empty: nothing waits for them.
        return List.of(Step.autocommit(
                text,
                List.of(),
                List.of("SET statement_timeout = 0", Clauses.mendReferences(change), "RESET statement_timeout")));
    }
}
