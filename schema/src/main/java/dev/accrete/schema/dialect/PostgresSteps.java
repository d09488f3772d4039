package dev.accrete.schema.dialect;

import static dev.accrete.schema.dialect.PostgresOnline.instant;
import static dev.accrete.schema.dialect.PostgresStatements.alterTable;
import static dev.accrete.schema.dialect.PostgresStatements.columnAction;
import static dev.accrete.schema.dialect.PostgresStatements.dropConstraint;
import static dev.accrete.schema.dialect.SqlWriter.identifier;
import static dev.accrete.schema.dialect.SqlWriter.literal;

import dev.accrete.schema.dialect.TableLock.Length;
import dev.accrete.schema.dialect.TableLock.Strength;
import dev.accrete.schema.diff.Change;
import dev.accrete.schema.diff.ColumnChange;
import dev.accrete.schema.diff.ConstraintChange;
import dev.accrete.schema.diff.RowChange;
import dev.accrete.schema.diff.SequenceChange;
import dev.accrete.schema.diff.SqlIdentifiers;
import dev.accrete.schema.diff.TableChange;
import dev.accrete.schema.diff.TypeChange;
import dev.accrete.schema.diff.ViewChange;
import dev.accrete.schema.model.AllowedValues;
import dev.accrete.schema.model.CheckConstraint;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.PrimaryKey;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.naming.ConstraintNames;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How PostgreSQL carries out each change of something that exists. */
final class PostgresSteps implements Change.Visitor<List<Step>> {

    /** Constants, and functions that give one value for a whole statement: no row is written for such a default. */
    private static final Pattern STABLE =
            Pattern.compile("(?i)(-?[0-9.]+|E?'([^']|'')*'(::[a-z_ ]+(\\(\\d+\\))?(\\[\\])?)?|true|false|null|now\\(\\)"
                    + "|current_(date|time|timestamp)(\\(\\d\\))?|localtime(stamp)?(\\(\\d\\))?)");

    private final ChangeContext context;

    PostgresSteps(ChangeContext context) {
        this.context = context;
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
        QualifiedName place = change.before();
        if (!change.before().schema().equals(change.after().schema())) {
            statements.add(change.after()
                    .schema()
                    .map(schema -> alterTable(change.before(), "SET SCHEMA " + identifier(schema)))
                    .orElseGet(() -> toDefaultSchema(change.before())));
            place = change.after().withName(change.before().name());
        }
        if (!change.before().name().equals(change.after().name())) {
            statements.add(
                    alterTable(place, "RENAME TO " + identifier(change.after().name())));
        }
        // A column's check is named after its table.
        for (Column column : context.columnsWhenRenamed(change)) {
            PostgresStatements.check(change.before(), column)
                    .ifPresent(check -> statements.add(PostgresStatements.renameConstraint(
                            change.after(), check.name(), ConstraintNames.check(change.after(), column.name()))));
        }
        return List.of(instant(
                change.before() + ": rename to " + change.after(), change.before(), statements.toArray(String[]::new)));
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
    public List<Step> retireTable(TableChange.RetireTable change) {
        return List.of();
    }

    @Override
    public List<Step> addColumn(ColumnChange.AddColumn change) {
        QualifiedName table = change.object();
        Column column = change.after();
        Optional<String> value = change.backfill().or(column::defaultValue);
        boolean plain = change.backfill().isEmpty()
                && value.map(PostgresSteps::isStable).orElse(true);
        boolean constant = change.backfill().isPresent() && isStable(value.orElseThrow());
        List<Step> steps = new ArrayList<>();
        String text = table + "." + column.name() + ": add column";
        Optional<CheckConstraint> check = PostgresStatements.check(table, column);
        List<String> actions = new ArrayList<>();
        List<String> after = new ArrayList<>();
        if (plain) {
            actions.add(PostgresStatements.addColumn(column));
        } else if (constant) {
            // The rows that exist get the value without being written: it stands in the catalog.
            actions.add(PostgresStatements.addColumn(column.withDefaultValue(value)));
            after.add(alterTable(table, PostgresStatements.setDefault(column.name(), column.defaultValue())));
        } else {
            // A default that differs from row to row would write the whole table anew if it came with the column.
            actions.add(PostgresStatements.addColumn(
                    column.withDefaultValue(Optional.empty()).withNullable(true)));
            column.defaultValue()
                    .ifPresent(sql -> actions.add(PostgresStatements.setDefault(column.name(), Optional.of(sql))));
        }
        check.ifPresent(constraint -> actions.add(PostgresStatements.addNotValid(constraint)));
        List<String> statements = new ArrayList<>();
        statements.add(alterTable(table, actions.toArray(String[]::new)));
        statements.addAll(after);
        column.comment()
                .ifPresent(comment ->
                        statements.add(PostgresStatements.commentOnColumn(table, column.name(), Optional.of(comment))));
        steps.add(PostgresOnline.locked(
                text,
                Strength.ACCESS_EXCLUSIVE,
                column.identity() || column.generatedAs().isPresent() ? Length.REWRITE : Length.INSTANT,
                List.of(table),
                statements));
        if (!plain && !constant) {
            Table whole = context.table(table);
            if (column.nullable()) {
                steps.add(PostgresOnline.backfill(whole, column.name(), value.orElseThrow()));
            } else {
                steps.addAll(PostgresOnline.fillAndSetNotNull(whole, column.name(), value.orElseThrow()));
            }
        }
        check.ifPresent(constraint -> steps.add(PostgresOnline.validate(table, constraint.name())));
        return steps;
    }

    private static boolean isStable(String expression) {
        return STABLE.matcher(expression.strip()).matches();
    }

    @Override
    public List<Step> renameColumn(ColumnChange.RenameColumn change) {
        List<String> statements = new ArrayList<>();
        statements.add(alterTable(
                change.object(), "RENAME COLUMN " + identifier(change.before()) + " TO " + identifier(change.after())));
        context.columnWhenRenamed(change)
                .flatMap(column -> PostgresStatements.check(change.object(), column))
                .ifPresent(check -> statements.add(PostgresStatements.renameConstraint(
                        change.object(), check.name(), ConstraintNames.check(change.object(), change.after()))));
        return List.of(instant(
                change.object() + "." + change.before() + ": rename to " + change.after(),
                change.object(),
                statements.toArray(String[]::new)));
    }

    List<Step> alter(ColumnAlteration change) {
        QualifiedName table = change.object();
        Column before = change.before();
        Column after = change.after();
        if (!before.generatedAs().equals(after.generatedAs())) {
            return replaceColumn(table, before, after, change);
        }
        boolean rewrites = PostgresConversions.rewrites(before, after)
                || change.using().isPresent() && !PostgresConversions.keepsType(before, after);
        if (rewrites && PostgresExpansion.isPossible(table, before, after, context.before(), context.after())) {
            return PostgresExpansion.steps(context.table(table), change);
        }
        List<Step> steps = new ArrayList<>();
        Optional<String> labels = change.using().filter(sql -> PostgresConversions.keepsType(before, after));
        labels.ifPresent(sql -> steps.addAll(convertLabels(change, sql)));
        List<Step> beforeValidation = new ArrayList<>();
        labels.ifPresent(sql -> beforeValidation.add(convertRows(change, sql, "convert rows written meanwhile")));
        if (after.checks().stream().anyMatch(check -> !AllowedValues.allowsNull(check, after))) {
            change.backfill()
                    .ifPresent(sql ->
                            beforeValidation.add(PostgresOnline.backfill(context.table(table), after.name(), sql)));
        }
        steps.addAll(definition(change, beforeValidation));
        if (before.nullable() && !after.nullable()) {
            steps.addAll(change.backfill()
                    .map(sql -> PostgresOnline.fillAndSetNotNull(context.table(table), after.name(), sql))
                    .orElseGet(() -> PostgresOnline.setNotNull(table, after.name())));
        }
        if (!before.identity() && after.identity()) {
            steps.add(addIdentity(table, after));
        }
        if (!before.comment().equals(after.comment())) {
            steps.add(Step.transaction(
                    table + "." + after.name() + ": comment",
                    List.of(new TableLock(table, Strength.SHARE_UPDATE_EXCLUSIVE, Length.INSTANT)),
                    List.of(PostgresStatements.commentOnColumn(table, after.name(), after.comment()))));
        }
        return steps;
    }

    /**
     * An enum stored by name is text with a check: rows change while the check allows old and new constants alike.
     *
     * @param using gives each constant that goes another one
     */
    private List<Step> convertLabels(ColumnAlteration change, String using) {
        QualifiedName table = change.object();
        Column before = change.before();
        Column after = change.after();
        List<String> old = AllowedValues.listed(before);
        List<String> fresh = AllowedValues.listed(after);
        List<Step> steps = new ArrayList<>();
        if (!old.containsAll(fresh)) {
            Set<String> both = new LinkedHashSet<>(old);
            both.addAll(fresh);
            Column lenient = after.withType(new ColumnType.Raw(PostgresStatements.typeName(after.type())))
                    .withChecks(List.of(identifier(after.name()) + " in (" + String.join(",", both) + ")"));
            CheckConstraint check = PostgresStatements.check(table, lenient).orElseThrow();
            steps.add(instant(
                    table + "." + after.name() + ": allow old and new constants",
                    table,
                    alterTable(table, dropConstraint(check.name()), PostgresStatements.addNotValid(check))));
        }
        steps.add(convertRows(change, using, "convert rows that exist"));
        return steps;
    }

    private Step convertRows(ColumnAlteration change, String using, String text) {
        Name column = change.after().name();
        return PostgresOnline.update(
                context.table(change.object()),
                change.object() + "." + column + ": " + text,
                identifier(column) + " = " + using,
                identifier(column) + " NOT IN (" + String.join(",", AllowedValues.listed(change.after())) + ")");
    }

    /**
     * Type, default and check in one ALTER: the check must not be read under the lock, the default must fit the type.
     *
     * @param beforeValidation what is left to do for rows that the new check refuses once it is validated
     */
    private List<Step> definition(ColumnAlteration change, List<Step> beforeValidation) {
        QualifiedName table = change.object();
        Column before = change.before();
        Column after = change.after();
        Name name = after.name();
        String typeBefore = PostgresStatements.typeName(before.type());
        String typeAfter = PostgresStatements.typeName(after.type());
        boolean converts = change.using().isPresent() && !PostgresConversions.keepsType(before, after);
        boolean typeChanges =
                !typeBefore.equals(typeAfter) || !before.collation().equals(after.collation()) || converts;
        boolean rewrites = converts || PostgresConversions.rewrites(before, after);
        boolean defaultChanges = !before.defaultValue().equals(after.defaultValue());
        Optional<CheckConstraint> checkBefore = PostgresStatements.check(table, before);
        Optional<CheckConstraint> checkAfter = PostgresStatements.check(table, after);
        boolean checkChanges = typeChanges || !checkBefore.equals(checkAfter);

        List<String> actions = new ArrayList<>();
        List<Column> computed = typeChanges ? computedFrom(table, name, change) : List.of();
        computed.forEach(column -> actions.add(PostgresStatements.dropColumn(column.name())));
        if (checkChanges) {
            checkBefore.ifPresent(check -> actions.add(dropConstraint(check.name())));
        }
        if (before.defaultValue().isPresent() && (typeChanges || defaultChanges)) {
            actions.add(PostgresStatements.setDefault(name, Optional.empty()));
        }
        if (before.identity() && !after.identity()) {
            actions.add(columnAction(name, "DROP IDENTITY IF EXISTS"));
        }
        if (typeChanges) {
            String collation = PostgresStatements.columnDefinition(
                    Column.of(name, after.type()).withCollation(after.collation()));
            String using = change.using().orElseGet(() -> PostgresConversions.value(before, after));
            actions.add(columnAction(name, "TYPE " + collation + (rewrites ? " USING " + using : "")));
        }
        if (after.defaultValue().isPresent() && (typeChanges || defaultChanges)) {
            actions.add(PostgresStatements.setDefault(name, after.defaultValue()));
        }
        if (!before.nullable() && after.nullable()) {
            actions.add(columnAction(name, "DROP NOT NULL"));
        }
        if (checkChanges) {
            checkAfter.ifPresent(check -> actions.add(PostgresStatements.addNotValid(check)));
        }
        computed.forEach(column -> actions.add(PostgresStatements.addColumn(column)));
        if (actions.isEmpty()) {
            return List.of();
        }
        List<Step> steps = new ArrayList<>();
        steps.add(PostgresOnline.locked(
                table + "." + name + ": "
                        + (typeChanges
                                ? "change type to " + typeAfter + (rewrites ? "" : ", rows stay as they are")
                                : !before.nullable() && after.nullable()
                                        ? "accept rows without a value"
                                        : "alter column"),
                Strength.ACCESS_EXCLUSIVE,
                rewrites
                        ? Length.REWRITE
                        : typeChanges && PostgresExpansion.isInIndexExpression(context.table(table), name)
                                ? Length.SCAN
                                : Length.INSTANT,
                List.of(table),
                List.of(alterTable(table, actions.toArray(String[]::new)))));
        steps.addAll(beforeValidation);
        if (checkChanges) {
            checkAfter.ifPresent(check -> steps.add(PostgresOnline.validate(table, check.name())));
        }
        return steps;
    }

    /**
     * Columns that are computed from one whose type changes: PostgreSQL refuses the change while they are there, and they
     * have no data of their own.
     */
    private List<Column> computedFrom(QualifiedName table, Name column, ColumnAlteration change) {
        Table whole = context.table(table);
        List<Column> computed = whole.columns().stream()
                .filter(other -> other.generatedAs()
                        .filter(sql -> SqlIdentifiers.names(sql, column))
                        .isPresent())
                .toList();
        for (Column reader : computed) {
            boolean changes = context.after()
                    .table(table)
                    .flatMap(to -> to.column(reader.name()))
                    .filter(to -> !to.equals(reader))
                    .isPresent();
            if (changes || isInKeyOrIndex(whole, reader.name())) {
                throw PlanCode.noStatement(
                        change.change(),
                        "the computed column " + reader.name() + " reads it and "
                                + (changes ? "changes, too: save that first" : "is in a key or index"));
            }
        }
        return computed;
    }

    private static boolean isInKeyOrIndex(Table whole, Name column) {
        return Stream.of(
                        whole.primaryKey().stream().flatMap(key -> key.columns().stream()),
                        whole.uniqueKeys().stream().flatMap(key -> key.columns().stream()),
                        whole.foreignKeys().stream().flatMap(key -> key.columns().stream()),
                        whole.indexes().stream()
                                .flatMap(index -> index.parts().stream())
                                .flatMap(part -> part.column().stream()))
                .flatMap(names -> names)
                .anyMatch(column::equals);
    }

    /** An identity starts at 1, below the ids that are there. */
    private static Step addIdentity(QualifiedName table, Column column) {
        return instant(
                table + "." + column.name() + ": add identity",
                table,
                alterTable(table, columnAction(column.name(), "ADD GENERATED BY DEFAULT AS IDENTITY")),
                restartPast(table, column));
    }

    private static String restartPast(QualifiedName table, Column column) {
        String plainName = column.name().quoted()
                ? column.name().text()
                : column.name().text().toLowerCase(Locale.ROOT);
        return "SELECT setval(pg_get_serial_sequence(" + literal(identifier(table)) + ", " + literal(plainName)
                + "), coalesce(max(" + identifier(column.name()) + "), 0) + 1, false) FROM " + identifier(table);
    }

    /** A computed column has no data of its own; one that is no longer computed keeps the values that it had. */
    private List<Step> replaceColumn(QualifiedName table, Column before, Column after, ColumnAlteration change) {
        Table whole = context.table(table);
        if (isInKeyOrIndex(whole, after.name())) {
            throw PlanCode.noStatement(
                    change.change(), "a column in a key or index can't become a generated one or the reverse");
        }
        String drop = PostgresStatements.dropColumn(before.name());
        if (after.generatedAs().isPresent()) {
            return List.of(PostgresOnline.locked(
                    table + "." + after.name() + ": replace column",
                    Strength.ACCESS_EXCLUSIVE,
                    Length.REWRITE,
                    List.of(table),
                    List.of(alterTable(table, drop, PostgresStatements.addColumn(after)))));
        }
        Name copy = ConstraintNames.temporary(table, after.name(), "plain");
        SyncTrigger sync =
                new SyncTrigger(table, after.name(), copy, before.generatedAs().orElseThrow());
        List<String> addition = new ArrayList<>();
        addition.add(alterTable(
                table,
                PostgresStatements.addColumn(after.withName(copy)
                        .withNullable(true)
                        .withDefaultValue(Optional.empty())
                        .withIdentity(false))));
        addition.addAll(sync.create());
        List<Step> steps = new ArrayList<>();
        steps.add(instant(table + "." + after.name() + ": add plain column", table, addition.toArray(String[]::new)));
        steps.add(PostgresOnline.backfill(whole, copy, identifier(before.name())));
        if (!after.nullable()) {
            steps.addAll(PostgresOnline.setNotNull(table, copy));
        }
        List<String> statements = new ArrayList<>(sync.drop());
        statements.add(alterTable(table, drop));
        statements.add(alterTable(table, "RENAME COLUMN " + identifier(copy) + " TO " + identifier(after.name())));
        after.defaultValue()
                .ifPresent(sql -> statements.add(
                        alterTable(table, PostgresStatements.setDefault(after.name(), Optional.of(sql)))));
        steps.add(instant(
                table + "." + after.name() + ": replace generated column", table, statements.toArray(String[]::new)));
        return steps;
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
        return PostgresOnline.addForeignKey(change.object(), change.constraint());
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
        return List.of(Step.transaction(
                change.object() + ": add row",
                List.of(),
                List.of(PostgresStatements.insertRow(change.object(), change.after()))));
    }

    @Override
    public List<Step> deleteRow(RowChange.DeleteRow change) {
        return List.of(Step.transaction(
                change.object() + ": delete row",
                List.of(),
                List.of(Clauses.delete(change.object(), change.before()))));
    }

    /** Batch by batch where a row's list is found by an index; otherwise all are numbered by one statement. */
    @Override
    public List<Step> numberRows(RowChange.NumberRows change) {
        String table = identifier(change.object());
        String column = identifier(change.column());
        String text = change.object() + "." + change.column() + ": number rows";
        Optional<Table> before = context.before(change.object());
        Optional<List<Name>> key = before.filter(found -> found.isSearchedBy(change.owner()))
                .flatMap(Table::primaryKey)
                .map(PrimaryKey::columns);
        if (key.isPresent()) {
            return List.of(PostgresOnline.update(
                    before.get(),
                    text,
                    column + " = " + change.first() + " + " + Clauses.countBefore(change, key.get()),
                    column + " IS NULL AND " + Clauses.owned(change)));
        }
        String owner = change.owner().stream().map(SqlWriter::identifier).collect(Collectors.joining(", "));
        return List.of(Step.autocommit(
                text,
                List.of(),
                List.of(
                        "SET statement_timeout = 0",
                        "UPDATE " + table + " SET " + column + " = numbered.position FROM (SELECT ctid AS place, "
                                + change.first() + " - 1 + row_number() OVER (PARTITION BY " + owner + " ORDER BY "
                                + column + ", ctid) AS position FROM " + table + " WHERE " + Clauses.owned(change)
                                + ") numbered\n    WHERE " + table + ".ctid = numbered.place AND " + table + "."
                                + column
                                + " IS DISTINCT FROM numbered.position",
                        "RESET statement_timeout")));
    }

    /** It locks no row that was there before. */
    @Override
    public List<Step> fillTable(RowChange.FillTable change) {
        QualifiedName table = change.object();
        List<String> statements = new ArrayList<>(
                List.of("SET LOCAL statement_timeout = 0", "INSERT INTO " + identifier(table) + " " + change.sql()));
        context.table(table).columns().stream()
                .filter(Column::identity)
                .forEach(column -> statements.add(restartPast(table, column)));
        return List.of(Step.transaction(table + ": take over rows", List.of(), statements));
    }

    @Override
    public List<Step> mendReferences(RowChange.MendReferences change) {
        String text = change.object() + ": mend references to " + change.key().referencedTable();
        if (change.placeholder().isEmpty()) {
            return List.of(PostgresOnline.update(
                    context.table(change.object()), text, Clauses.emptied(change.key()), Clauses.dangling(change)));
        }
        // Rows of a table that was empty: nothing waits for them.
        return List.of(Step.autocommit(
                text,
                List.of(),
                List.of("SET statement_timeout = 0", Clauses.mendReferences(change), "RESET statement_timeout")));
    }

    @Override
    public List<Step> createView(ViewChange.CreateView change) {
        return List.of(Step.transaction(
                change.object() + ": create view", List.of(), List.of(PostgresStatements.createView(change.after()))));
    }

    @Override
    public List<Step> dropView(ViewChange.DropView change) {
        return List.of(Step.transaction(
                change.object() + ": drop view", List.of(), List.of(PostgresStatements.dropView(change.object()))));
    }

    @Override
    public List<Step> retireType(TypeChange.RetireType change) {
        return List.of();
    }

    @Override
    public List<Step> reviveType(TypeChange.ReviveType change) {
        return List.of();
    }

    @Override
    public List<Step> retireSequence(SequenceChange.RetireSequence change) {
        return List.of();
    }

    @Override
    public List<Step> reviveSequence(SequenceChange.ReviveSequence change) {
        return List.of();
    }

    @Override
    public List<Step> reviveTable(TableChange.ReviveTable change) {
        return List.of();
    }

    @Override
    public List<Step> alterTableOptions(TableChange.AlterTableOptions change) {
        return List.of();
    }

    @Override
    public List<Step> retireColumn(ColumnChange.RetireColumn change) {
        return List.of();
    }

    @Override
    public List<Step> reviveColumn(ColumnChange.ReviveColumn change) {
        return List.of();
    }

    @Override
    public List<Step> retireConstraint(ConstraintChange.RetireConstraint change) {
        return List.of();
    }

    @Override
    public List<Step> reviveConstraint(ConstraintChange.ReviveConstraint change) {
        return List.of();
    }

    @Override
    public List<Step> alterRow(RowChange.AlterRow change) {
        return List.of();
    }

    @Override
    public List<Step> retireRow(RowChange.RetireRow change) {
        return List.of();
    }

    @Override
    public List<Step> reviveRow(RowChange.ReviveRow change) {
        return List.of();
    }

    @Override
    public List<Step> alterColumnType(ColumnChange.AlterColumnType change) {
        return alter(new ColumnAlteration(change, change.before(), change.after(), change.using(), Optional.empty()));
    }

    @Override
    public List<Step> setNotNull(ColumnChange.SetNotNull change) {
        return alter(
                new ColumnAlteration(change, change.before(), change.after(), Optional.empty(), change.backfill()));
    }

    @Override
    public List<Step> dropNotNull(ColumnChange.DropNotNull change) {
        return alter(new ColumnAlteration(change, change.before(), change.after(), Optional.empty(), Optional.empty()));
    }

    @Override
    public List<Step> alterColumnDefault(ColumnChange.AlterColumnDefault change) {
        return alter(new ColumnAlteration(change, change.before(), change.after(), Optional.empty(), Optional.empty()));
    }

    @Override
    public List<Step> alterColumnIdentity(ColumnChange.AlterColumnIdentity change) {
        return alter(new ColumnAlteration(change, change.before(), change.after(), Optional.empty(), Optional.empty()));
    }

    @Override
    public List<Step> alterColumnGeneration(ColumnChange.AlterColumnGeneration change) {
        return alter(new ColumnAlteration(change, change.before(), change.after(), Optional.empty(), Optional.empty()));
    }

    @Override
    public List<Step> alterColumnChecks(ColumnChange.AlterColumnChecks change) {
        return alter(new ColumnAlteration(change, change.before(), change.after(), Optional.empty(), Optional.empty()));
    }

    @Override
    public List<Step> alterColumnCollation(ColumnChange.AlterColumnCollation change) {
        return alter(new ColumnAlteration(change, change.before(), change.after(), Optional.empty(), Optional.empty()));
    }

    @Override
    public List<Step> alterColumnComment(ColumnChange.AlterColumnComment change) {
        return alter(new ColumnAlteration(change, change.before(), change.after(), Optional.empty(), Optional.empty()));
    }

    @Override
    public List<Step> alterColumnOptions(ColumnChange.AlterColumnOptions change) {
        return alter(new ColumnAlteration(change, change.before(), change.after(), Optional.empty(), Optional.empty()));
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
    public List<Step> relaxColumn(ColumnChange.RelaxColumn change) {
        return alter(new ColumnAlteration(change, change.before(), change.after(), Optional.empty(), Optional.empty()));
    }

    @Override
    public List<Step> renameSequence(SequenceChange.RenameSequence change) {
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
        return List.of(instant(
                change.object() + ": rename constraint " + change.before() + " to "
                        + change.constraint().name(),
                change.object(),
                PostgresStatements.renameConstraint(
                        change.object(), change.before(), change.constraint().name())));
    }

    @Override
    public List<Step> renameIndex(ConstraintChange.RenameIndex change) {
        return List.of(PostgresOnline.renameIndex(
                change.object(), change.before(), change.constraint().name()));
    }

    @Override
    public List<Step> replaceView(ViewChange.ReplaceView change) {
        return List.of(Step.transaction(
                change.object() + ": replace view",
                List.of(),
                List.of(PostgresStatements.dropView(change.object()), PostgresStatements.createView(change.after()))));
    }
}
