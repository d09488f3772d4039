package dev.accrete.schema.dialect;

import static dev.accrete.schema.dialect.SqlWriter.identifier;
import static dev.accrete.schema.dialect.SqlWriter.literal;

import dev.accrete.schema.dialect.TableLock.Length;
import dev.accrete.schema.dialect.TableLock.Strength;
import dev.accrete.schema.diff.Change;
import dev.accrete.schema.model.CheckConstraint;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How H2 carries out each change of something that exists: one step per change, each of which can be repeated. */
final class H2Steps implements Change.Visitor<List<Step>> {

    private final ChangeContext context;

    H2Steps(ChangeContext context) {
        this.context = context;
    }

    private static List<Step> step(QualifiedName table, Length length, String text, List<String> statements) {
        return List.of(Step.autocommit(text, List.of(new TableLock(table, Strength.EXCLUSIVE, length)), statements));
    }

    private static List<Step> step(QualifiedName table, Length length, String text, String statement) {
        return step(table, length, text, List.of(statement));
    }

    @Override
    public List<Step> createType(Change.CreateType change) {
        return new H2Dialect().create(new Schema(List.of(change.type()), List.of(), List.of(), List.of()));
    }

    @Override
    public List<Step> alterType(Change.AlterType change) {
        throw PlanCode.noStatement(change, "H2 can't change a domain that columns use");
    }

    @Override
    public List<Step> dropType(Change.DropType change) {
        return new H2Dialect().drop(new Schema(List.of(change.type()), List.of(), List.of(), List.of()));
    }

    @Override
    public List<Step> createSequence(Change.CreateSequence change) {
        return new H2Dialect().create(Schema.empty().withSequences(List.of(change.sequence())));
    }

    /** H2 goes on with the value that was next under the old step, so it is moved past the block that is in use. */
    @Override
    public List<Step> alterSequence(Change.AlterSequence change) {
        if (!change.before().options().equals(change.after().options())) {
            throw PlanCode.noStatement(change, "the options of a sequence can't be compared");
        }
        String name = identifier(change.object());
        List<String> statements = new ArrayList<>();
        if (change.before().start() != change.after().start()) {
            statements.add("ALTER SEQUENCE " + name + " START WITH " + change.after().start());
        }
        if (change.before().increment() != change.after().increment()) {
            long gap = Math.max(
                    Math.abs(change.before().increment()),
                    Math.abs(change.after().increment()));
            statements.add("ALTER SEQUENCE " + name + " RESTART WITH (SELECT base_value + "
                    + (change.after().increment() > 0 ? gap : -gap)
                    + " FROM information_schema.sequences WHERE sequence_name = "
                    + literal(folded(change.object().name())) + " AND sequence_schema = "
                    + change.object().schema().map(schema -> literal(folded(schema))).orElse("current_schema")
                    + ") INCREMENT BY " + change.after().increment());
        }
        return List.of(Step.autocommit(change.object() + ": change sequence", List.of(), statements));
    }

    private static String folded(Name name) {
        return name.quoted() ? name.text() : name.text().toUpperCase(Locale.ROOT);
    }

    @Override
    public List<Step> dropSequence(Change.DropSequence change) {
        return new H2Dialect().drop(Schema.empty().withSequences(List.of(change.sequence())));
    }

    @Override
    public List<Step> createTable(Change.CreateTable change) {
        return new H2Dialect().create(Schema.of(List.of(change.table())));
    }

    @Override
    public List<Step> renameTable(Change.RenameTable change) {
        if (!change.before().schema().equals(change.after().schema())) {
            throw PlanCode.noStatement(change, "H2 can't move a table to another schema");
        }
        return step(
                change.before(),
                Length.INSTANT,
                change.before() + ": rename to " + change.after(),
                "ALTER TABLE IF EXISTS " + identifier(change.before()) + " RENAME TO "
                        + identifier(change.after().name()));
    }

    @Override
    public List<Step> alterTableComment(Change.AlterTableComment change) {
        return step(
                change.object(),
                Length.INSTANT,
                change.object() + ": comment",
                H2Statements.commentOnTable(change.object(), change.after()));
    }

    @Override
    public List<Step> retireTable(Change.RetireTable change) {
        return List.of();
    }

    @Override
    public List<Step> restoreTable(Change.RestoreTable change) {
        return List.of();
    }

    @Override
    public List<Step> dropTable(Change.DropTable change) {
        return new H2Dialect().drop(Schema.of(List.of(change.table())));
    }

    @Override
    public List<Step> addColumn(Change.AddColumn change) {
        QualifiedName table = change.object();
        Column column = change.column();
        List<String> statements = new ArrayList<>();
        if (change.backfill().isPresent()) {
            statements.add(H2Statements.addColumn(table, column.withNullable(true)));
            statements.add(backfill(table, column.name(), change.backfill().get()));
            if (!column.nullable()) {
                statements.add(H2Statements.setNullable(table, column.name(), false));
            }
        } else {
            statements.add(H2Statements.addColumn(table, column));
        }
        H2Statements.check(table, column).ifPresent(check -> statements.add(H2Statements.add(table, check)));
        column.comment()
                .ifPresent(text -> statements.add(
                        H2Statements.commentOnColumn(table, column.name(), Optional.of(text))));
        return step(table, Length.REWRITE, table + "." + column.name() + ": add column", statements);
    }

    private static String backfill(QualifiedName table, Name column, String expression) {
        return "UPDATE " + identifier(table) + " SET " + identifier(column) + " = " + expression + " WHERE "
                + identifier(column) + " IS NULL";
    }

    @Override
    public List<Step> renameColumn(Change.RenameColumn change) {
        return step(
                change.object(),
                Length.INSTANT,
                change.object() + "." + change.before() + ": rename to " + change.after(),
                "ALTER TABLE IF EXISTS " + identifier(change.object()) + " ALTER COLUMN IF EXISTS "
                        + identifier(change.before()) + " RENAME TO " + identifier(change.after()));
    }

    @Override
    public List<Step> alterColumn(Change.AlterColumn change) {
        QualifiedName table = change.object();
        Column before = change.before();
        Column after = change.after();
        Name name = after.name();
        if (!before.options().equals(after.options()) || !before.collation().equals(after.collation())) {
            throw PlanCode.noStatement(change, "options of column " + name + " can't be changed in place");
        }
        List<String> statements = new ArrayList<>();
        if (!before.generatedAs().equals(after.generatedAs())) {
            // A computed column has no data of its own.
            statements.add(H2Statements.dropColumn(table, name));
            statements.add(H2Statements.addColumn(table, after));
            return step(table, Length.REWRITE, table + "." + name + ": replace column", statements);
        }
        String typeAfter = H2Statements.typeName(after.type());
        boolean typeChanges = !H2Statements.typeName(before.type()).equals(typeAfter);
        boolean defaultChanges = !before.defaultValue().equals(after.defaultValue());
        Optional<CheckConstraint> checkBefore = H2Statements.check(table, before);
        Optional<CheckConstraint> checkAfter = H2Statements.check(table, after);
        boolean checkChanges = typeChanges || !checkBefore.equals(checkAfter);
        if (checkChanges) {
            checkBefore.ifPresent(check -> statements.add(H2Statements.dropConstraint(table, check.name())));
        }
        if (before.identity() && !after.identity()) {
            statements.add(H2Statements.alterColumn(table, name, "DROP IDENTITY"));
        }
        if (before.defaultValue().isPresent() && (typeChanges || defaultChanges)) {
            statements.add(H2Statements.setDefault(table, name, Optional.empty()));
        }
        if (typeChanges) {
            statements.add(H2Statements.setType(table, after)
                    + change.using().map(sql -> " USING " + sql).orElse(""));
        }
        if (after.defaultValue().isPresent() && (typeChanges || defaultChanges)) {
            statements.add(H2Statements.setDefault(table, name, after.defaultValue()));
        }
        if (before.nullable() && !after.nullable()) {
            change.backfill().ifPresent(sql -> statements.add(backfill(table, name, sql)));
        }
        if (before.nullable() != after.nullable()) {
            statements.add(H2Statements.setNullable(table, name, after.nullable()));
        }
        if (!before.identity() && after.identity()) {
            statements.add(H2Statements.alterColumn(table, name, "SET GENERATED BY DEFAULT AS IDENTITY"));
            statements.add(H2Statements.alterColumn(
                    table,
                    name,
                    "RESTART WITH (SELECT COALESCE(MAX(" + identifier(name) + "), 0) + 1 FROM " + identifier(table)
                            + ")"));
        }
        if (checkChanges) {
            checkAfter.ifPresent(check -> statements.add(H2Statements.add(table, check)));
        }
        if (!before.comment().equals(after.comment())) {
            statements.add(H2Statements.commentOnColumn(table, name, after.comment()));
        }
        return statements.isEmpty()
                ? List.of()
                : step(
                        table,
                        typeChanges ? Length.REWRITE : Length.SCAN,
                        table + "." + name + ": "
                                + (typeChanges ? "change type to " + typeAfter : "alter column"),
                        statements);
    }

    @Override
    public List<Step> retireColumn(Change.RetireColumn change) {
        return change.relaxesNotNull()
                ? step(
                        change.object(),
                        Length.INSTANT,
                        change.object() + "." + change.column().name() + ": accept rows without a value",
                        H2Statements.setNullable(change.object(), change.column().name(), true))
                : List.of();
    }

    @Override
    public List<Step> restoreColumn(Change.RestoreColumn change) {
        return change.restoresNotNull()
                ? step(
                        change.object(),
                        Length.SCAN,
                        change.object() + "." + change.column().name() + ": set not null",
                        H2Statements.setNullable(change.object(), change.column().name(), false))
                : List.of();
    }

    /** The column's check would stop the drop on H2 if it named another column too. */
    @Override
    public List<Step> dropColumn(Change.DropColumn change) {
        QualifiedName table = change.object();
        List<String> statements = new ArrayList<>();
        H2Statements.check(table, change.column())
                .ifPresent(check -> statements.add(H2Statements.dropConstraint(table, check.name())));
        statements.add(H2Statements.dropColumn(table, change.column().name()));
        return step(table, Length.REWRITE, table + "." + change.column().name() + ": drop column", statements);
    }

    @Override
    public List<Step> setPrimaryKey(Change.SetPrimaryKey change) {
        List<String> statements = new ArrayList<>();
        change.before().ifPresent(key -> statements.add(H2Statements.dropConstraint(change.object(), key.name())));
        change.after().ifPresent(key -> statements.add(H2Statements.add(change.object(), key)));
        return step(change.object(), Length.SCAN, change.object() + ": set primary key", statements);
    }

    @Override
    public List<Step> addUniqueKey(Change.AddUniqueKey change) {
        return step(
                change.object(),
                Length.SCAN,
                change.object() + ": add unique key " + change.key().name(),
                H2Statements.add(change.object(), change.key()));
    }

    @Override
    public List<Step> dropUniqueKey(Change.DropUniqueKey change) {
        return dropConstraint(change.object(), "unique key", change.key().name());
    }

    @Override
    public List<Step> addForeignKey(Change.AddForeignKey change) {
        return step(
                change.object(),
                Length.SCAN,
                change.object() + ": add foreign key " + change.key().name(),
                H2Statements.add(change.object(), change.key()));
    }

    @Override
    public List<Step> dropForeignKey(Change.DropForeignKey change) {
        return dropConstraint(change.object(), "foreign key", change.key().name());
    }

    @Override
    public List<Step> addIndex(Change.AddIndex change) {
        return step(
                change.object(),
                Length.SCAN,
                change.object() + ": build index " + change.index().name(),
                H2Statements.createIndex(change.object(), change.index()));
    }

    @Override
    public List<Step> dropIndex(Change.DropIndex change) {
        return step(
                change.object(),
                Length.INSTANT,
                change.object() + ": drop index " + change.index().name(),
                H2Statements.dropIndex(change.object(), change.index().name()));
    }

    @Override
    public List<Step> addCheck(Change.AddCheck change) {
        return step(
                change.object(),
                Length.SCAN,
                change.object() + ": add check " + change.check().name(),
                H2Statements.add(change.object(), change.check()));
    }

    @Override
    public List<Step> dropCheck(Change.DropCheck change) {
        return dropConstraint(change.object(), "check", change.check().name());
    }

    private static List<Step> dropConstraint(QualifiedName table, String kind, Name name) {
        return step(
                table,
                Length.INSTANT,
                table + ": drop " + kind + " " + name,
                H2Statements.dropConstraint(table, name));
    }

    @Override
    public List<Step> addRow(Change.AddRow change) {
        return List.of(Step.autocommit(
                change.object() + ": add row",
                List.of(),
                List.of(H2Statements.insertRow(context.table(change.object()), change.row()))));
    }

    @Override
    public List<Step> dropRow(Change.DropRow change) {
        return List.of(Step.autocommit(
                change.object() + ": delete row", List.of(), List.of(Clauses.delete(change.object(), change.row()))));
    }

    @Override
    public List<Step> createView(Change.CreateView change) {
        return List.of(Step.autocommit(
                change.object() + ": create view", List.of(), List.of(H2Statements.createView(change.view()))));
    }

    @Override
    public List<Step> dropView(Change.DropView change) {
        return List.of(Step.autocommit(
                change.object() + ": drop view", List.of(), List.of(H2Statements.dropView(change.object()))));
    }
}
