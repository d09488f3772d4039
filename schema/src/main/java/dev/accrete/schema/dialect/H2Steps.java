package dev.accrete.schema.dialect;

import static dev.accrete.schema.dialect.SqlWriter.identifier;

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
import java.util.ArrayList;
import java.util.List;

/** How H2 carries out each change of something that exists: one step per change, each of which can be repeated. */
final class H2Steps implements ChangeSteps {

    private static final DatabaseNames NAMES = new H2Dialect();

    private final ChangeContext context;
    private final H2ColumnSteps columns;

    H2Steps(ChangeContext context) {
        this.context = context;
        this.columns = new H2ColumnSteps(context);
    }

    static List<Step> step(QualifiedName table, Length length, String text, List<String> statements) {
        return statements.isEmpty()
                ? List.of()
                : List.of(Step.autocommit(text, List.of(new TableLock(table, Strength.EXCLUSIVE, length)), statements));
    }

    private static List<Step> step(QualifiedName table, Length length, String text, String statement) {
        return step(table, length, text, List.of(statement));
    }

    @Override
    public List<Step> createType(TypeChange.CreateType change) {
        return new H2Dialect().create(new Schema(List.of(change.after()), List.of(), List.of(), List.of()));
    }

    @Override
    public List<Step> alterType(TypeChange.AlterType change) {
        return H2TypeChanges.alter(change, context);
    }

    @Override
    public List<Step> dropType(TypeChange.DropType change) {
        return new H2Dialect().drop(new Schema(List.of(change.before()), List.of(), List.of(), List.of()));
    }

    @Override
    public List<Step> createSequence(SequenceChange.CreateSequence change) {
        return new H2Dialect().create(Schema.empty().withSequences(List.of(change.after())));
    }

    /** H2 goes on with the value that was next under the old step, so it is moved past the block that is in use. */
    @Override
    public List<Step> alterSequence(SequenceChange.AlterSequence change) {
        if (!change.before().options().equals(change.after().options())) {
            throw PlanCode.noStatement(change, "the options of a sequence can't be compared");
        }
        String name = identifier(change.object());
        List<String> statements = new ArrayList<>();
        if (change.before().start() != change.after().start()) {
            statements.add(
                    "ALTER SEQUENCE " + name + " START WITH " + change.after().start());
        }
        if (change.before().increment() != change.after().increment()) {
            long gap = Math.max(
                    Math.abs(change.before().increment()),
                    Math.abs(change.after().increment()));
            statements.add("ALTER SEQUENCE " + name + " RESTART WITH " + H2Statements.position(change.object())
                    + (change.after().increment() > 0 ? " + " : " - ") + gap + " INCREMENT BY "
                    + change.after().increment());
        }
        return List.of(Step.autocommit(change.object() + ": change sequence", List.of(), statements));
    }

    @Override
    public List<Step> dropSequence(SequenceChange.DropSequence change) {
        return new H2Dialect().drop(Schema.empty().withSequences(List.of(change.before())));
    }

    @Override
    public List<Step> createTable(TableChange.CreateTable change) {
        return new H2Dialect().create(Schema.of(List.of(change.after())));
    }

    @Override
    public List<Step> renameTable(TableChange.RenameTable change) {
        if (!change.before().schema().equals(change.after().schema())) {
            return H2SchemaMove.steps(change, context);
        }
        List<String> statements = new ArrayList<>();
        if (!OtherSpelling.isAll(change, NAMES)) {
            statements.add("ALTER TABLE IF EXISTS " + identifier(change.before()) + " RENAME TO "
                    + identifier(change.after().name()));
        }
        // A column's check is named after its table.
        for (Column column : context.columnsWhenRenamed(change)) {
            Name name = H2Statements.checkName(change.after(), column.name());
            H2Statements.check(change.before(), column)
                    .filter(check -> !NAMES.areSame(check.name(), name))
                    .ifPresent(
                            check -> statements.add(H2Statements.renameConstraint(change.after(), check.name(), name)));
        }
        return step(change.before(), Length.INSTANT, change.before() + ": rename to " + change.after(), statements);
    }

    @Override
    public List<Step> alterTableComment(TableChange.AlterTableComment change) {
        return step(
                change.object(),
                Length.INSTANT,
                change.object() + ": comment",
                H2Statements.commentOnTable(change.object(), change.after().comment()));
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
            statements.add("ALTER TABLE IF EXISTS " + identifier(change.object()) + " ALTER COLUMN IF EXISTS "
                    + identifier(change.before()) + " RENAME TO " + identifier(change.after()));
        }
        Name name = H2Statements.checkName(change.object(), change.after());
        context.columnWhenRenamed(change)
                .flatMap(column -> H2Statements.check(change.object(), column))
                .filter(check -> !NAMES.areSame(check.name(), name))
                .ifPresent(check -> statements.add(H2Statements.renameConstraint(change.object(), check.name(), name)));
        return step(
                change.object(),
                Length.INSTANT,
                change.object() + "." + change.before() + ": rename to " + change.after(),
                statements);
    }

    /** The column's check would stop the drop on H2 if it named another column too. */
    @Override
    public List<Step> dropColumn(ColumnChange.DropColumn change) {
        return columns.drop(change);
    }

    @Override
    public List<Step> addUniqueKey(ConstraintChange.AddUniqueKey change) {
        return step(
                change.object(),
                Length.SCAN,
                change.object() + ": add unique key " + change.constraint().name(),
                H2Statements.add(change.object(), change.constraint()));
    }

    @Override
    public List<Step> dropUniqueKey(ConstraintChange.DropUniqueKey change) {
        return dropConstraint(change.object(), "unique key", change.constraint().name());
    }

    @Override
    public List<Step> addForeignKey(ConstraintChange.AddForeignKey change) {
        return step(
                change.object(),
                Length.SCAN,
                change.object() + ": add foreign key " + change.constraint().name(),
                H2Statements.add(change.object(), change.constraint()));
    }

    @Override
    public List<Step> dropForeignKey(ConstraintChange.DropForeignKey change) {
        return dropConstraint(
                change.object(), "foreign key", change.constraint().name());
    }

    @Override
    public List<Step> addIndex(ConstraintChange.AddIndex change) {
        return step(
                change.object(),
                Length.SCAN,
                change.object() + ": build index " + change.constraint().name(),
                H2Statements.createIndex(change.object(), change.constraint()));
    }

    @Override
    public List<Step> dropIndex(ConstraintChange.DropIndex change) {
        return step(
                change.object(),
                Length.INSTANT,
                change.object() + ": drop index " + change.constraint().name(),
                H2Statements.dropIndex(change.object(), change.constraint().name()));
    }

    @Override
    public List<Step> addCheck(ConstraintChange.AddCheck change) {
        return step(
                change.object(),
                Length.SCAN,
                change.object() + ": add check " + change.constraint().name(),
                H2Statements.add(change.object(), change.constraint()));
    }

    @Override
    public List<Step> dropCheck(ConstraintChange.DropCheck change) {
        return dropConstraint(change.object(), "check", change.constraint().name());
    }

    private static List<Step> dropConstraint(QualifiedName table, String kind, Name name) {
        return step(
                table, Length.INSTANT, table + ": drop " + kind + " " + name, H2Statements.dropConstraint(table, name));
    }

    @Override
    public List<Step> insertRow(RowChange.InsertRow change) {
        return List.of(Step.autocommit(
                change.object() + ": add row",
                List.of(),
                List.of(H2Statements.insertRow(context.table(change.object()), change.after()))));
    }

    @Override
    public List<Step> deleteRow(RowChange.DeleteRow change) {
        return List.of(Step.autocommit(
                change.object() + ": delete row",
                List.of(),
                List.of(Clauses.delete(change.object(), change.before()))));
    }

    @Override
    public List<Step> numberRows(RowChange.NumberRows change) {
        String counted = change.first() + " + " + Clauses.countBefore(change, List.of(Name.of("_ROWID_")));
        return List.of(Step.autocommit(
                change.object() + "." + change.column() + ": number rows",
                List.of(),
                List.of("UPDATE " + identifier(change.object()) + " SET " + identifier(change.column()) + " = "
                        + Clauses.number(change, context, counted) + " WHERE " + Clauses.owned(change))));
    }

    /** The rows are recorded as they come, in one transaction, so that no row need be left out for being there already. */
    @Override
    public List<Step> fillTable(RowChange.FillTable change) {
        List<String> statements =
                new ArrayList<>(List.of("INSERT INTO " + identifier(change.object()) + " " + change.sql()));
        context.filledIdentities(change.object())
                .forEach(column -> statements.add(H2Statements.restartPast(change.object(), column.name())));
        return List.of(Step.transaction(change.object() + ": take over rows", List.of(), statements));
    }

    @Override
    public List<Step> fillColumn(RowChange.FillColumn change) {
        return List.of(Step.autocommit(
                change.object() + "." + change.column() + ": fill in rows that exist",
                List.of(),
                H2ColumnSteps.backfill(context.table(change.object()), change.column(), change.value())));
    }

    @Override
    public List<Step> mendReferences(RowChange.MendReferences change) {
        return List.of(Step.autocommit(
                change.object() + ": mend references to " + change.key().referencedTable(),
                List.of(),
                List.of(Clauses.mendReferences(change))));
    }

    /** In a transaction with its record: a second time other rows would be found. */
    @Override
    public List<Step> followKeys(RowChange.FollowKeys change) {
        return List.of(Step.transaction(
                change.object() + ": follow keys of " + change.key().referencedTable(),
                List.of(),
                List.of(Clauses.followKeys(change))));
    }

    @Override
    public List<Step> takeOutRows(RowChange.TakeOutRows change) {
        return List.of(Step.autocommit(
                change.object() + ": take out rows that were taken over",
                List.of(),
                List.of(Clauses.takeOutRows(change))));
    }

    @Override
    public List<Step> createView(ViewChange.CreateView change) {
        return List.of(Step.autocommit(
                change.object() + ": create view", List.of(), List.of(H2Statements.createView(change.after()))));
    }

    @Override
    public List<Step> dropView(ViewChange.DropView change) {
        return List.of(Step.autocommit(
                change.object() + ": drop view", List.of(), List.of(H2Statements.dropView(change.object()))));
    }

    @Override
    public List<Step> adoptTable(TableChange.AdoptTable change) {
        return List.of(Step.autocommit(
                change.object() + ": check that it can be adopted", List.of(), Adoption.onH2(change.after())));
    }

    @Override
    public List<Step> dropTable(TableChange.DropTable change) {
        return new H2Dialect().drop(Schema.of(List.of(change.before())));
    }

    /** H2 can't rename a sequence: a new one goes on where the old one stands. */
    @Override
    public List<Step> renameSequence(SequenceChange.RenameSequence change) {
        if (OtherSpelling.isAll(change, NAMES)) {
            return List.of();
        }
        QualifiedName before = change.before().name();
        QualifiedName after = change.after().name();
        return List.of(Step.autocommit(
                after + ": rename sequence",
                List.of(),
                List.of(
                        H2Statements.createSequence(change.after()),
                        "ALTER SEQUENCE " + identifier(after) + " RESTART WITH COALESCE("
                                + H2Statements.position(before) + ",\n    " + H2Statements.position(after) + ")",
                        H2Statements.dropSequence(before))));
    }

    @Override
    public List<Step> addPrimaryKey(ConstraintChange.AddPrimaryKey change) {
        return step(
                change.object(),
                Length.SCAN,
                change.object() + ": add primary key",
                H2Statements.add(change.object(), change.constraint()));
    }

    @Override
    public List<Step> dropPrimaryKey(ConstraintChange.DropPrimaryKey change) {
        return dropConstraint(
                change.object(), "primary key", change.constraint().name());
    }

    @Override
    public List<Step> renameConstraint(ConstraintChange.RenameConstraint change) {
        if (OtherSpelling.isAll(change, NAMES)) {
            return List.of();
        }
        return step(
                change.object(),
                Length.INSTANT,
                change.object() + ": rename constraint " + change.before() + " to "
                        + change.constraint().name(),
                H2Statements.renameConstraint(
                        change.object(), change.before(), change.constraint().name()));
    }

    @Override
    public List<Step> renameIndex(ConstraintChange.RenameIndex change) {
        if (OtherSpelling.isAll(change, NAMES)) {
            return List.of();
        }
        return step(
                change.object(),
                Length.INSTANT,
                change.object() + ": rename index " + change.before(),
                "ALTER INDEX IF EXISTS " + identifier(change.object().withName(change.before())) + " RENAME TO "
                        + identifier(
                                change.object().withName(change.constraint().name())));
    }

    @Override
    public List<Step> replaceView(ViewChange.ReplaceView change) {
        return List.of(Step.autocommit(
                change.object() + ": replace view",
                List.of(),
                List.of(H2Statements.dropView(change.object()), H2Statements.createView(change.after()))));
    }
}
