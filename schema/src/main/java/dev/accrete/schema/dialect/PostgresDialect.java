package dev.accrete.schema.dialect;

import static dev.accrete.schema.dialect.PostgresStatements.alterTable;

import dev.accrete.schema.change.Change;
import dev.accrete.schema.change.NumberedColumn;
import dev.accrete.schema.change.TypeChange;
import dev.accrete.schema.conversion.Conversions;
import dev.accrete.schema.dialect.TableLock.Length;
import dev.accrete.schema.dialect.TableLock.Strength;
import dev.accrete.schema.model.CheckConstraint;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.Constraint;
import dev.accrete.schema.model.ForeignKey;
import dev.accrete.schema.model.Index;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.PrimaryKey;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.SchemaObject;
import dev.accrete.schema.model.Sequence;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.model.TypeDefinition;
import dev.accrete.schema.model.UniqueKey;
import dev.accrete.schema.naming.LongNames;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** PostgreSQL 14 and newer. */
public final class PostgresDialect implements Dialect {

    private static final NeutralValues NEUTRAL =
            new NeutralValues("''", "lo_from_bytea(0, '')", "lo_from_bytea(0, '')", "'{}'", "'0.0.0.0'");

    @Override
    public String name() {
        return "postgresql";
    }

    @Override
    public boolean transactionalDdl() {
        return true;
    }

    @Override
    public String typeName(ColumnType type) {
        return PostgresStatements.typeName(type);
    }

    @Override
    public Name kept(Name name) {
        return LongNames.cut(name);
    }

    @Override
    public String folded(Name name) {
        return name.quoted() ? kept(name).text() : kept(name).text().toLowerCase(Locale.ROOT);
    }

    @Override
    public String identifier(QualifiedName name) {
        return SqlWriter.identifier(name);
    }

    @Override
    public String text(Column column) {
        return PostgresConversions.text(column);
    }

    @Override
    public String read(String text, ColumnType type) {
        return PostgresConversions.read(text, type);
    }

    @Override
    public Optional<String> neutralValue(ColumnType type) {
        return type.accept(NEUTRAL);
    }

    @Override
    public Optional<CheckConstraint> check(QualifiedName table, Column column) {
        return PostgresStatements.check(table, column);
    }

    @Override
    public boolean rewrites(
            QualifiedName table, Column before, Column after, Optional<String> using, Schema from, Schema to) {
        if (!before.generatedAs().equals(after.generatedAs())) {
            return after.generatedAs().isPresent();
        }
        boolean rewrites = PostgresConversions.rewrites(before, after)
                || PostgresConversions.convertsEachRow(before, after, using);
        return rewrites && !PostgresExpansion.isPossible(table, before, after, from, to);
    }

    /** Other indexes stay as they are: the order of longer texts is that of shorter ones. */
    @Override
    public boolean scans(QualifiedName table, Column before, Column after, Schema from) {
        return PostgresConversions.keepsRowsOnly(before, after)
                && from.table(table)
                        .filter(found -> PostgresExpansion.isInIndexExpression(found, after.name()))
                        .isPresent();
    }

    @Override
    public boolean rewrites(TypeChange.AlterType change, Schema from) {
        return PostgresTypeChanges.replaces(change)
                && !EnumLabels.uses(from, change.object()).isEmpty();
    }

    /** An identity fills every row with a number of its own; before version 18 a generated column is stored. */
    @Override
    public boolean rewritesWhenAdded(Column column) {
        return column.identity() || column.generatedAs().isPresent();
    }

    @Override
    public List<Step> create(Schema created) {
        List<String> statements = new ArrayList<>();
        TypeOrder.usedFirst(created.types()).forEach(type -> statements.addAll(PostgresStatements.createType(type)));
        created.sequences().forEach(sequence -> statements.add(PostgresStatements.createSequence(sequence)));
        created.tables().forEach(table -> statements.addAll(PostgresStatements.createTable(table)));
        Set<QualifiedName> own = created.tables().stream().map(Table::name).collect(Collectors.toSet());
        List<Step> later = new ArrayList<>();
        for (Table table : created.tables()) {
            for (ForeignKey key : table.foreignKeys()) {
                if (own.contains(key.referencedTable())) {
                    statements.add(alterTable(table.name(), PostgresStatements.add(key)));
                } else {
                    later.add(PostgresOnline.addForeignKeyOfNewTable(table.name(), key));
                }
            }
        }
        created.views().forEach(view -> statements.add(PostgresStatements.createView(view)));
        List<Step> steps = new ArrayList<>();
        if (!statements.isEmpty()) {
            steps.add(Step.transaction("create " + listed(created) + ", which nobody uses yet", List.of(), statements));
        }
        steps.addAll(later);
        return steps;
    }

    /** Each foreign key to a table that stays goes alone, because it locks that table. */
    @Override
    public List<Step> drop(Schema dropped) {
        List<Step> steps = new ArrayList<>();
        Set<QualifiedName> tables = new HashSet<>();
        dropped.tables().forEach(table -> tables.add(table.name()));
        for (Table table : dropped.tables()) {
            for (ForeignKey key : table.foreignKeys()) {
                if (!tables.contains(key.referencedTable())) {
                    steps.add(PostgresOnline.dropForeignKey(table.name(), key));
                }
            }
        }
        if (!dropped.tables().isEmpty()) {
            // One statement, so that tables which reference each other can go.
            String names = dropped.tables().stream()
                    .map(table -> SqlWriter.identifier(table.name()))
                    .collect(Collectors.joining(", "));
            steps.add(PostgresOnline.locked(
                    "drop " + listed(dropped.withSequences(List.of())),
                    Strength.ACCESS_EXCLUSIVE,
                    Length.INSTANT,
                    List.copyOf(tables),
                    List.of("DROP TABLE " + names)));
        }
        List<String> others = new ArrayList<>();
        dropped.sequences().forEach(sequence -> others.add(PostgresStatements.dropSequence(sequence.name())));
        List<TypeDefinition> types = new ArrayList<>(TypeOrder.usedFirst(dropped.types()));
        Collections.reverse(types);
        types.forEach(type -> others.addAll(PostgresStatements.dropType(type)));
        if (!others.isEmpty()) {
            steps.add(Step.transaction("drop " + listed(dropped.withTables(List.of())), List.of(), others));
        }
        return steps;
    }

    @Override
    public List<Step> startPast(Sequence sequence, NumberedColumn numbers) {
        String text = sequence.name() + ": start past the ids in " + numbers.table();
        String next = Clauses.pastIds(sequence, numbers);
        return List.of(Step.transaction(
                text,
                List.of(),
                List.of("SELECT setval(" + SqlWriter.literal(SqlWriter.identifier(sequence.name())) + ", "
                        + (numbers.whole() ? next : "CAST(" + next + " AS bigint)") + ", false) FROM "
                        + SqlWriter.identifier(numbers.table()) + " HAVING max("
                        + SqlWriter.identifier(numbers.column()) + ") IS NOT NULL")));
    }

    @Override
    public List<Step> alter(Change change, ChangeContext context) {
        return change.accept(new PostgresSteps(context));
    }

    @Override
    public List<Step> alter(ColumnAlteration change, ChangeContext context) {
        return new PostgresColumnSteps(context).alter(change);
    }

    /** Indexes are objects of the schema, those of keys among them; other constraints are their table's. */
    @Override
    public boolean shareNames(Constraint one, Constraint other) {
        return isIndexed(one) && isIndexed(other);
    }

    private static boolean isIndexed(Constraint constraint) {
        return constraint instanceof PrimaryKey || constraint instanceof UniqueKey || constraint instanceof Index;
    }

    /** A foreign key depends on no index of its own table. */
    @Override
    public boolean searchesThrough(ForeignKey key, List<Name> indexed) {
        return false;
    }

    /**
     * PostgreSQL reads the text of a check anew, and its rows with it, while it rewrites the table: with the casts in it that
     * values of another kind had to have.
     */
    @Override
    public boolean checkFollows(ColumnType before, ColumnType after) {
        return typeName(before).equals(typeName(after))
                || Conversions.isInteger(before) && Conversions.isInteger(after)
                || Conversions.isText(before) && Conversions.isText(after);
    }

    @Override
    public Optional<List<Step>> replace(QualifiedName table, Constraint before, Constraint after) {
        if (before instanceof PrimaryKey from && after instanceof PrimaryKey to) {
            return Optional.of(PostgresOnline.replacePrimaryKey(table, from, to));
        } else if (before instanceof UniqueKey from && after instanceof UniqueKey to) {
            return Optional.of(PostgresOnline.replaceUniqueKey(table, from, to));
        } else if (before instanceof Index from && after instanceof Index to) {
            return Optional.of(PostgresOnline.replaceIndex(table, from, to));
        } else if (before instanceof CheckConstraint from && after instanceof CheckConstraint to) {
            return Optional.of(PostgresOnline.replaceCheck(table, from, to));
        }
        return Optional.of(PostgresOnline.replaceForeignKey(table, (ForeignKey) before, (ForeignKey) after));
    }

    static String listed(Schema schema) {
        List<SchemaObject> all = new ArrayList<>(schema.types());
        all.addAll(schema.sequences());
        all.addAll(schema.tables());
        all.addAll(schema.views());
        return all.stream().map(object -> object.name().toString()).collect(Collectors.joining(", "));
    }
}
