package dev.accrete.schema.dialect;

import static dev.accrete.schema.dialect.PostgresOnline.instant;
import static dev.accrete.schema.dialect.PostgresStatements.alterTable;
import static dev.accrete.schema.dialect.PostgresStatements.dropConstraint;
import static dev.accrete.schema.dialect.SqlWriter.identifier;
import static dev.accrete.schema.dialect.SqlWriter.literal;

import dev.accrete.schema.change.ColumnChange;
import dev.accrete.schema.change.ConstraintChange;
import dev.accrete.schema.change.OtherSpelling;
import dev.accrete.schema.change.RowChange;
import dev.accrete.schema.change.SequenceChange;
import dev.accrete.schema.change.TableChange;
import dev.accrete.schema.change.TypeChange;
import dev.accrete.schema.change.ViewChange;
import dev.accrete.schema.dialect.TableLock.Length;
import dev.accrete.schema.dialect.TableLock.Strength;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.DatabaseNames;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.naming.ConstraintNames;
import java.util.ArrayList;
import java.util.List;

/** How PostgreSQL carries out each change of something that exists. */
final class PostgresSteps implements ChangeSteps {

    private static final DatabaseNames NAMES = new PostgresDialect();

    private final ChangeContext context;
    private final PostgresColumnSteps columns;
    private final PostgresRowSteps rows;

    PostgresSteps(ChangeContext context) {
        this.context = context;
        this.columns = new PostgresColumnSteps(context);
        this.rows = new PostgresRowSteps(context);
    }

    @Override
    public List<Step> createType(TypeChange.CreateType change) {
        return new PostgresDialect().create(new Schema(List.of(change.after()), List.of(), List.of(), List.of()));
    }

    @Override
    public List<Step> alterType(TypeChange.AlterType change) {
        return PostgresTypeChanges.alter(change, context);
    }

    @Override
    public List<Step> dropType(TypeChange.DropType change) {
        return new PostgresDialect().drop(new Schema(List.of(change.before()), List.of(), List.of(), List.of()));
    }

    @Override
    public List<Step> createSequence(SequenceChange.CreateSequence change) {
        return new PostgresDialect().create(Schema.empty().withSequences(List.of(change.after())));
    }

    /**
     * The next value is moved past every block of ids that an instance may have taken, whatever the optimizer: each holds
     * at most one step of ids beyond the last value.
     */
    @Override
    public List<Step> alterSequence(SequenceChange.AlterSequence change) {
        if (!change.before().options().equals(change.after().options())) {
            throw PlanCode.noStatement(change, "the options of a sequence can't be compared");
        }
        String name = identifier(change.object());
        List<String> statements = new ArrayList<>();
        statements.add("SET LOCAL lock_timeout = '100ms'");
        if (change.before().start() != change.after().start()) {
            statements.add(
                    "ALTER SEQUENCE " + name + " START WITH " + change.after().start());
        }
        if (change.before().increment() != change.after().increment()) {
            long gap = Math.max(
                    Math.abs(change.before().increment()),
                    Math.abs(change.after().increment()));
            statements.add(
                    "ALTER SEQUENCE " + name + " INCREMENT BY " + change.after().increment());
            statements.add("SELECT setval(" + literal(name) + ", last_value + "
                    + (change.after().increment() > 0 ? gap : -gap) + ") FROM " + name + " WHERE is_called");
        }
        return List.of(Step.transaction(
                change.object() + ": change sequence",
                List.of(new TableLock(change.object(), Strength.SHARE_ROW_EXCLUSIVE, Length.INSTANT)),
                statements));
    }

    @Override
    public List<Step> dropSequence(SequenceChange.DropSequence change) {
        return new PostgresDialect().drop(Schema.empty().withSequences(List.of(change.before())));
    }

    @Override
    public List<Step> createTable(TableChange.CreateTable change) {
        return new PostgresDialect().create(Schema.of(List.of(change.after())));
    }

    @Override
    public List<Step> renameTable(TableChange.RenameTable change) {
        List<String> statements = new ArrayList<>();
        boolean moves = !change.before().schema().equals(change.after().schema());
        boolean isNamed = !NAMES.areSame(change.before().name(), change.after().name());
        QualifiedName moved = change.after().withName(change.before().name());
        // In either schema another table may have the one name still, or already.
        boolean namedFirst = moves && isNamed && context.moment().table(moved).isPresent();
        QualifiedName place =
                namedFirst ? change.before().withName(change.after().name()) : change.before();
        String rename = "RENAME TO " + identifier(change.after().name());
        if (namedFirst) {
            statements.add(alterTable(change.before(), rename));
        }
        if (moves) {
            QualifiedName table = place;
            statements.add(change.after()
                    .schema()
                    .map(schema -> alterTable(table, "SET SCHEMA " + identifier(schema)))
                    .orElseGet(() -> toDefaultSchema(table)));
        }
        if (isNamed && !namedFirst) {
            statements.add(alterTable(moved, rename));
        }
        // A column's check is named after its table, whichever schema that is in.
        for (Column column : context.columnsWhenRenamed(change)) {
            Name check = ConstraintNames.check(change.after(), column.name());
            PostgresStatements.check(change.before(), column)
                    .filter(former -> !NAMES.areSame(former.name(), check))
                    .ifPresent(former ->
                            statements.add(PostgresStatements.renameConstraint(change.after(), former.name(), check)));
        }
        return instantly(change.before() + ": rename to " + change.after(), change.before(), statements);
    }

    /** The default schema has no name here: it is the connection's. */
    private static String toDefaultSchema(QualifiedName table) {
        return "DO $accrete$\nBEGIN\n    EXECUTE 'ALTER TABLE "
                + identifier(table).replace("'", "''")
                + " SET SCHEMA ' || quote_ident(current_schema());\nEND\n$accrete$";
    }

    @Override
    public List<Step> alterTableComment(TableChange.AlterTableComment change) {
        return List.of(Step.transaction(
                change.object() + ": comment",
                List.of(new TableLock(change.object(), Strength.SHARE_UPDATE_EXCLUSIVE, Length.INSTANT)),
                List.of(PostgresStatements.commentOnTable(
                        change.object(), change.after().comment()))));
    }

    @Override
    public List<Step> alter(ColumnAlteration alteration) {
        return columns.alter(alteration);
    }

    @Override
    public List<Step> addColumn(ColumnChange.AddColumn change) {
        return columns.add(change);
    }

    @Override
    public List<Step> renameColumn(ColumnChange.RenameColumn change) {
        List<String> statements = new ArrayList<>();
        if (!OtherSpelling.isAll(change, NAMES)) {
            statements.add(alterTable(
                    change.object(),
                    "RENAME COLUMN " + identifier(change.before()) + " TO " + identifier(change.after())));
        }
        Name name = ConstraintNames.check(change.object(), change.after());
        context.columnWhenRenamed(change)
                .flatMap(column -> PostgresStatements.check(change.object(), column))
                .filter(check -> !NAMES.areSame(check.name(), name))
                .ifPresent(check ->
                        statements.add(PostgresStatements.renameConstraint(change.object(), check.name(), name)));
        return instantly(
                change.object() + "." + change.before() + ": rename to " + change.after(), change.object(), statements);
    }

    private static List<Step> instantly(String text, QualifiedName table, List<String> statements) {
        return statements.isEmpty() ? List.of() : List.of(instant(text, table, statements.toArray(String[]::new)));
    }

    @Override
    public List<Step> dropColumn(ColumnChange.DropColumn change) {
        return List.of(instant(
                change.object() + "." + change.before().name() + ": drop column",
                change.object(),
                alterTable(
                        change.object(),
                        PostgresStatements.dropColumn(change.before().name()))));
    }

    @Override
    public List<Step> addUniqueKey(ConstraintChange.AddUniqueKey change) {
        return PostgresOnline.addUniqueKey(change.object(), change.constraint());
    }

    @Override
    public List<Step> dropUniqueKey(ConstraintChange.DropUniqueKey change) {
        return List.of(instant(
                change.object() + ": drop unique key " + change.constraint().name(),
                change.object(),
                alterTable(change.object(), dropConstraint(change.constraint().name()))));
    }

    @Override
    public List<Step> addForeignKey(ConstraintChange.AddForeignKey change) {
        return context.empty().contains(change.object())
                ? List.of(PostgresOnline.addForeignKeyOfNewTable(change.object(), change.constraint()))
                : PostgresOnline.addForeignKey(change.object(), change.constraint());
    }

    @Override
    public List<Step> dropForeignKey(ConstraintChange.DropForeignKey change) {
        return List.of(PostgresOnline.dropForeignKey(change.object(), change.constraint()));
    }

    @Override
    public List<Step> addIndex(ConstraintChange.AddIndex change) {
        return List.of(PostgresOnline.addIndex(change.object(), change.constraint()));
    }

    @Override
    public List<Step> dropIndex(ConstraintChange.DropIndex change) {
        return List.of(
                PostgresOnline.dropIndex(change.object(), change.constraint().name()));
    }

    @Override
    public List<Step> addCheck(ConstraintChange.AddCheck change) {
        return PostgresOnline.addCheck(change.object(), change.constraint());
    }

    @Override
    public List<Step> dropCheck(ConstraintChange.DropCheck change) {
        return List.of(instant(
                change.object() + ": drop check " + change.constraint().name(),
                change.object(),
                alterTable(change.object(), dropConstraint(change.constraint().name()))));
    }

    @Override
    public List<Step> insertRow(RowChange.InsertRow change) {
        return rows.insert(change);
    }

    @Override
    public List<Step> deleteRow(RowChange.DeleteRow change) {
        return rows.delete(change);
    }

    @Override
    public List<Step> numberRows(RowChange.NumberRows change) {
        return rows.number(change);
    }

    @Override
    public List<Step> fillTable(RowChange.FillTable change) {
        return rows.fill(change);
    }

    @Override
    public List<Step> fillColumn(RowChange.FillColumn change) {
        Table table = context.table(change.object());
        String value = context.after()
                .table(change.object())
                .flatMap(after -> after.column(change.column()))
                .map(column -> new PostgresStatedSql(context).value(table, column, change.value()))
                .orElse(change.value());
        return List.of(PostgresBatches.backfill(table, change.column(), value));
    }

    @Override
    public List<Step> mendReferences(RowChange.MendReferences change) {
        return rows.mend(change);
    }

    @Override
    public List<Step> followKeys(RowChange.FollowKeys change) {
        return rows.follow(change);
    }

    @Override
    public List<Step> takeOutRows(RowChange.TakeOutRows change) {
        return rows.takeOut(change);
    }

    @Override
    public List<Step> createView(ViewChange.CreateView change) {
        return List.of(Step.transaction(
                change.object() + ": create view", List.of(), List.of(PostgresStatements.createView(change.after()))));
    }

    @Override
    public List<Step> dropView(ViewChange.DropView change) {
        return List.of(PostgresOnline.instant(
                change.object() + ": drop view", change.object(), PostgresStatements.dropView(change.object())));
    }

    @Override
    public List<Step> adoptTable(TableChange.AdoptTable change) {
        return List.of(Step.transaction(
                change.object() + ": check that it can be adopted", List.of(), Adoption.onPostgres(change.after())));
    }

    @Override
    public List<Step> dropTable(TableChange.DropTable change) {
        return new PostgresDialect().drop(Schema.of(List.of(change.before())));
    }

    @Override
    public List<Step> renameSequence(SequenceChange.RenameSequence change) {
        if (OtherSpelling.isAll(change, NAMES)) {
            return List.of();
        }
        return List.of(Step.transaction(
                change.object() + ": rename sequence",
                List.of(new TableLock(change.before().name(), Strength.ACCESS_EXCLUSIVE, Length.INSTANT)),
                List.of(
                        "SET LOCAL lock_timeout = '100ms'",
                        "ALTER SEQUENCE " + identifier(change.before().name()) + " RENAME TO "
                                + identifier(change.after().name().name()))));
    }

    @Override
    public List<Step> addPrimaryKey(ConstraintChange.AddPrimaryKey change) {
        return PostgresOnline.addPrimaryKey(change.object(), change.constraint());
    }

    @Override
    public List<Step> dropPrimaryKey(ConstraintChange.DropPrimaryKey change) {
        return List.of(instant(
                change.object() + ": drop primary key",
                change.object(),
                alterTable(change.object(), dropConstraint(change.constraint().name()))));
    }

    @Override
    public List<Step> renameConstraint(ConstraintChange.RenameConstraint change) {
        if (OtherSpelling.isAll(change, NAMES)) {
            return List.of();
        }
        return List.of(instant(
                change.object() + ": rename constraint " + change.before() + " to "
                        + change.constraint().name(),
                change.object(),
                PostgresStatements.renameConstraint(
                        change.object(), change.before(), change.constraint().name())));
    }

    @Override
    public List<Step> renameIndex(ConstraintChange.RenameIndex change) {
        if (OtherSpelling.isAll(change, NAMES)) {
            return List.of();
        }
        return List.of(PostgresOnline.renameIndex(
                change.object(), change.before(), change.constraint().name()));
    }

    @Override
    public List<Step> replaceView(ViewChange.ReplaceView change) {
        return List.of(PostgresOnline.instant(
                change.object() + ": replace view",
                change.object(),
                PostgresStatements.dropView(change.object()),
                PostgresStatements.createView(change.after())));
    }
}
