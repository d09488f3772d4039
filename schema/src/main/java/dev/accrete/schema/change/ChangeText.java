package dev.accrete.schema.change;

import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.Constraint;
import dev.accrete.schema.model.ForeignKey;
import dev.accrete.schema.model.Name;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Says in a few words what a change does, for headers, steps and reviews: {@code add column varchar(255)}. */
public final class ChangeText implements Change.Visitor<String> {

    private static final ChangeText INSTANCE = new ChangeText();

    private ChangeText() {}

    /** What is done, without what it is done to. */
    public static String of(Change change) {
        return change.accept(INSTANCE);
    }

    /** What it is done to: {@code users.avatar_url}, {@code users}. */
    public static String subject(Change change) {
        return change.object() + change.columnName().map(name -> "." + name).orElse("");
    }

    @Override
    public String createType(TypeChange.CreateType change) {
        return "create type";
    }

    @Override
    public String alterType(TypeChange.AlterType change) {
        return "alter type";
    }

    @Override
    public String dropType(TypeChange.DropType change) {
        return "drop type";
    }

    @Override
    public String retireType(TypeChange.RetireType change) {
        return "keep unmapped type";
    }

    @Override
    public String reviveType(TypeChange.ReviveType change) {
        return "map kept type again";
    }

    @Override
    public String createSequence(SequenceChange.CreateSequence change) {
        return "create sequence start " + change.after().start() + " increment "
                + change.after().increment()
                + change.numbers()
                        .map(numbers -> ", past the ids in " + numbers.table() + "." + numbers.column())
                        .orElse("");
    }

    @Override
    public String alterSequence(SequenceChange.AlterSequence change) {
        return "alter sequence start " + change.after().start() + " increment "
                + change.after().increment();
    }

    @Override
    public String renameSequence(SequenceChange.RenameSequence change) {
        return "rename sequence from " + change.before().name();
    }

    @Override
    public String dropSequence(SequenceChange.DropSequence change) {
        return "drop sequence";
    }

    @Override
    public String retireSequence(SequenceChange.RetireSequence change) {
        return "keep unmapped sequence";
    }

    @Override
    public String reviveSequence(SequenceChange.ReviveSequence change) {
        return "map kept sequence again";
    }

    @Override
    public String createTable(TableChange.CreateTable change) {
        return "create table";
    }

    @Override
    public String adoptTable(TableChange.AdoptTable change) {
        return "adopt table";
    }

    @Override
    public String dropTable(TableChange.DropTable change) {
        return "drop table";
    }

    @Override
    public String retireTable(TableChange.RetireTable change) {
        return "keep unmapped table";
    }

    @Override
    public String reviveTable(TableChange.ReviveTable change) {
        return "map kept table again";
    }

    @Override
    public String renameTable(TableChange.RenameTable change) {
        return "rename table from " + change.before();
    }

    @Override
    public String alterTableComment(TableChange.AlterTableComment change) {
        return change.after().comment().isPresent() ? "set comment" : "remove comment";
    }

    @Override
    public String alterTableOptions(TableChange.AlterTableOptions change) {
        return "table options differ";
    }

    @Override
    public String addColumn(ColumnChange.AddColumn change) {
        return "add column " + definition(change.after()) + with("existing rows:", change.backfill());
    }

    @Override
    public String dropColumn(ColumnChange.DropColumn change) {
        return "drop column";
    }

    @Override
    public String retireColumn(ColumnChange.RetireColumn change) {
        return change.explicit() ? "keep unmapped column on purpose" : "keep unmapped column";
    }

    @Override
    public String relaxColumn(ColumnChange.RelaxColumn change) {
        boolean nullability = change.before().nullable() != change.after().nullable();
        boolean checks = !change.before().checks().equals(change.after().checks());
        return "drop " + (nullability ? "not null" : "") + (nullability && checks ? " and " : "")
                + (checks ? "check" : "") + " of unmapped column";
    }

    @Override
    public String reviveColumn(ColumnChange.ReviveColumn change) {
        return "map kept column again";
    }

    @Override
    public String renameColumn(ColumnChange.RenameColumn change) {
        return "rename column from " + change.before();
    }

    @Override
    public String alterColumnType(ColumnChange.AlterColumnType change) {
        String before = change.before().type().text();
        String after = change.after().type().text();
        String what = before.equals(after) ? "replace values" : "change type from " + before + " to " + after;
        return what + with("using", change.using());
    }

    @Override
    public String setNotNull(ColumnChange.SetNotNull change) {
        return "set not null" + with("existing rows:", change.backfill());
    }

    @Override
    public String dropNotNull(ColumnChange.DropNotNull change) {
        return "drop not null";
    }

    @Override
    public String alterColumnDefault(ColumnChange.AlterColumnDefault change) {
        return change.after()
                .defaultValue()
                .map(value -> "set default " + value)
                .orElse("drop default");
    }

    @Override
    public String alterColumnIdentity(ColumnChange.AlterColumnIdentity change) {
        return change.after().identity() ? "add identity" : "drop identity";
    }

    @Override
    public String alterColumnGeneration(ColumnChange.AlterColumnGeneration change) {
        return change.after().generatedAs().map(sql -> "generate as " + sql).orElse("drop generation");
    }

    @Override
    public String alterColumnChecks(ColumnChange.AlterColumnChecks change) {
        return change.after().checks().isEmpty()
                ? "drop check"
                : "change check to " + change.after().checks();
    }

    @Override
    public String alterColumnCollation(ColumnChange.AlterColumnCollation change) {
        return "change collation to " + change.after().collation().orElse("default");
    }

    @Override
    public String alterColumnComment(ColumnChange.AlterColumnComment change) {
        return change.after().comment().isPresent() ? "set comment" : "remove comment";
    }

    @Override
    public String alterColumnOptions(ColumnChange.AlterColumnOptions change) {
        return "column options differ";
    }

    @Override
    public String addPrimaryKey(ConstraintChange.AddPrimaryKey change) {
        return "add " + named("primary key", change.constraint());
    }

    @Override
    public String dropPrimaryKey(ConstraintChange.DropPrimaryKey change) {
        return "drop " + named("primary key", change.constraint());
    }

    @Override
    public String addUniqueKey(ConstraintChange.AddUniqueKey change) {
        return "add " + named("unique constraint", change.constraint());
    }

    @Override
    public String dropUniqueKey(ConstraintChange.DropUniqueKey change) {
        return "drop " + named("unique constraint", change.constraint());
    }

    @Override
    public String addForeignKey(ConstraintChange.AddForeignKey change) {
        return "add " + named(change.constraint());
    }

    @Override
    public String dropForeignKey(ConstraintChange.DropForeignKey change) {
        return "drop " + named(change.constraint());
    }

    @Override
    public String addIndex(ConstraintChange.AddIndex change) {
        return "add " + named("index", change.constraint());
    }

    @Override
    public String dropIndex(ConstraintChange.DropIndex change) {
        return "drop " + named("index", change.constraint());
    }

    @Override
    public String addCheck(ConstraintChange.AddCheck change) {
        return "add " + named("check", change.constraint());
    }

    @Override
    public String dropCheck(ConstraintChange.DropCheck change) {
        return "drop " + named("check", change.constraint());
    }

    @Override
    public String renameConstraint(ConstraintChange.RenameConstraint change) {
        return "rename constraint from " + change.before() + " to "
                + change.constraint().name();
    }

    @Override
    public String renameIndex(ConstraintChange.RenameIndex change) {
        return "rename index from " + change.before() + " to "
                + change.constraint().name();
    }

    @Override
    public String retireConstraint(ConstraintChange.RetireConstraint change) {
        return named("keep with unmapped column:", change.constraint());
    }

    @Override
    public String reviveConstraint(ConstraintChange.ReviveConstraint change) {
        return named("map again:", change.constraint());
    }

    @Override
    public String insertRow(RowChange.InsertRow change) {
        return "insert row " + change.after().values();
    }

    @Override
    public String alterRow(RowChange.AlterRow change) {
        return "row differs in new databases: " + change.after().values();
    }

    @Override
    public String deleteRow(RowChange.DeleteRow change) {
        return "delete row " + change.before().values();
    }

    @Override
    public String retireRow(RowChange.RetireRow change) {
        return "keep unmapped row " + change.row().values();
    }

    @Override
    public String reviveRow(RowChange.ReviveRow change) {
        return "map kept row again " + change.row().values();
    }

    @Override
    public String numberRows(RowChange.NumberRows change) {
        return "number the rows of each list from " + change.first();
    }

    @Override
    public String fillTable(RowChange.FillTable change) {
        return "fill with " + change.sql();
    }

    @Override
    public String fillColumn(RowChange.FillColumn change) {
        return "existing rows: " + change.value();
    }

    @Override
    public String mendReferences(RowChange.MendReferences change) {
        boolean known = IntStream.range(0, change.values().size())
                .anyMatch(i -> !change.values().get(i).equals("NULL")
                        && !Name.parse(change.values().get(i))
                                .equals(change.key().columns().get(i)));
        return change.placeholder().isPresent()
                ? "add empty rows to " + change.key().referencedTable() + " that "
                        + change.key().name() + " misses"
                : change.takesOtherRows()
                        ? "give references that " + change.key().name() + " misses other rows of " + change.object()
                        : known
                                ? "look up what the references of "
                                        + change.key().name() + " mean, whose keys are others"
                                : change.all()
                                        ? "empty the references of "
                                                + change.key().name() + ", whose keys are others"
                                        : "empty the references that "
                                                + change.key().name() + " misses";
    }

    @Override
    public String followKeys(RowChange.FollowKeys change) {
        return "lead the references of " + change.key().name() + " along as keys of "
                + change.key().referencedTable() + " get other values";
    }

    @Override
    public String takeOutRows(RowChange.TakeOutRows change) {
        return "take out the rows of " + change.keys();
    }

    @Override
    public String createView(ViewChange.CreateView change) {
        return "create view";
    }

    @Override
    public String replaceView(ViewChange.ReplaceView change) {
        return "replace view";
    }

    @Override
    public String dropView(ViewChange.DropView change) {
        return "drop view";
    }

    private static String definition(Column column) {
        return column.type().text()
                + (column.nullable() ? "" : " not null")
                + column.defaultValue().map(value -> " default " + value).orElse("")
                + (column.identity() ? " identity" : "")
                + column.generatedAs().map(sql -> " generated as " + sql).orElse("");
    }

    private static String named(String what, Constraint constraint) {
        List<Name> columns = Constraints.columns(constraint);
        String over = columns.isEmpty()
                ? ""
                : columns.stream().map(Name::toString).collect(Collectors.joining(", ", " (", ")"));
        return what + " " + constraint.name() + over;
    }

    private static String named(ForeignKey key) {
        return named("foreign key", key) + " to " + key.referencedTable();
    }

    private static String with(String word, Optional<String> sql) {
        return sql.map(text -> ", " + word + " " + text).orElse("");
    }
}
