package dev.accrete.cli.adopt;

import dev.accrete.schema.inspect.PhysicalCheck;
import dev.accrete.schema.inspect.PhysicalColumn;
import dev.accrete.schema.inspect.PhysicalConstraint;
import dev.accrete.schema.inspect.PhysicalSchema;
import dev.accrete.schema.inspect.PhysicalSequence;
import dev.accrete.schema.inspect.PhysicalTable;
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
import dev.accrete.schema.model.UniqueKey;
import dev.accrete.schema.naming.ConstraintNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A database in the words of a model: the model itself, less what the database lacks, and with the database's own where it
 * differs. What the database has beside the model is not in it, for that is foreign.
 */
final class ActualSchema {

    private final PhysicalSchema expected;
    private final PhysicalSchema actual;

    /**
     * @param expected what a database would say that is as the model has it
     * @param actual what the database says
     */
    ActualSchema(PhysicalSchema expected, PhysicalSchema actual) {
        this.expected = expected;
        this.actual = actual;
    }

    Schema of(Schema model) {
        List<Table> tables = new ArrayList<>();
        for (Table table : model.tables()) {
            Optional<PhysicalTable> should = find(expected.tables(), table.name());
            Optional<PhysicalTable> is = find(actual.tables(), table.name());
            if (should.isPresent() && is.isPresent()) {
                tables.add(table(table, should.get(), is.get()));
            }
        }
        List<Sequence> sequences = new ArrayList<>();
        for (Sequence sequence : model.sequences()) {
            actual.sequences().stream()
                    .filter(it -> same(it.schema(), it.name(), sequence.name()))
                    .findFirst()
                    .ifPresent(it -> sequences.add(sequence(sequence, it)));
        }
        return new Schema(
                present(model.types(), actual.types().stream().map(it -> List.of(it.schema(), it.name()))),
                sequences,
                tables,
                present(model.views(), actual.views().stream().map(it -> List.of(it.schema(), it.name()))));
    }

    private static Sequence sequence(Sequence model, PhysicalSequence is) {
        return new Sequence(model.name(), is.start(), is.increment(), model.options(), model.dialects());
    }

    private static <T extends SchemaObject> List<T> present(Collection<T> model, Stream<List<String>> names) {
        List<List<String>> there = names.toList();
        return model.stream()
                .filter(object -> there.stream().anyMatch(it -> same(it.get(0), it.get(1), object.name())))
                .toList();
    }

    private static Optional<PhysicalTable> find(List<PhysicalTable> tables, QualifiedName name) {
        return tables.stream()
                .filter(table -> same(table.schema(), table.name(), name))
                .findFirst();
    }

    private static boolean same(String schema, String name, QualifiedName wanted) {
        return name.equalsIgnoreCase(wanted.name().text())
                && wanted.schema().map(it -> it.text().equalsIgnoreCase(schema)).orElse(true);
    }

    private static Table table(Table model, PhysicalTable should, PhysicalTable is) {
        List<Column> columns = new ArrayList<>();
        for (Column column : model.columns()) {
            Optional<PhysicalColumn> expectedColumn =
                    should.column(column.name().text());
            Optional<PhysicalColumn> actualColumn = is.column(column.name().text());
            if (expectedColumn.isPresent() && actualColumn.isPresent()) {
                columns.add(withCheck(
                        column(column, expectedColumn.get(), actualColumn.get()),
                        actualColumn.get(),
                        ownCheck(model.name(), column.name(), should),
                        ownCheck(model.name(), column.name(), is)));
            }
        }
        return model.withColumns(columns)
                .withPrimaryKey(
                        kept(model.primaryKey().stream().toList(), keys(should.primaryKey()), keys(is.primaryKey()))
                                .stream()
                                .findFirst())
                .withUniqueKeys(kept(model.uniqueKeys(), should.uniqueKeys(), is.uniqueKeys()))
                .withForeignKeys(kept(model.foreignKeys(), should.foreignKeys(), is.foreignKeys()))
                .withIndexes(kept(model.indexes(), should.indexes(), is.indexes()))
                .withChecks(kept(model.checks(), should.checks(), is.checks()))
                .withComment(is.comment());
    }

    private static List<? extends PhysicalConstraint> keys(Optional<? extends PhysicalConstraint> key) {
        return key.map(List::of).orElse(List.of());
    }

    private static Column column(Column model, PhysicalColumn should, PhysicalColumn is) {
        Column column = model.withNullable(is.nullable()).withComment(is.comment());
        if (!should.type().equals(is.type())) {
            column = column.withType(new ColumnType.Raw(is.type()));
        }
        if (!should.defaultValue().equals(is.defaultValue())) {
            column = column.withDefaultValue(is.defaultValue());
        }
        if (!should.identity().equals(is.identity())) {
            column = column.withIdentity(is.identity().isPresent());
        }
        if (!should.collation().equals(is.collation())) {
            column = column.withCollation(is.collation());
        }
        // A column with values of its own is not replaced by a computed one: that is for a person to decide.
        if (!should.generated().equals(is.generated()) && is.generated().isPresent()) {
            column = column.withGeneratedAs(is.generated().map(text -> text.replaceFirst(" (stored|virtual)$", "")));
        }
        return column;
    }

    /** The check that belongs to a column or its type, and has the name that comes from it. H2 sets some apart by a line. */
    private static Optional<PhysicalCheck> ownCheck(QualifiedName table, Name column, PhysicalTable physical) {
        Name name = table.name();
        return Stream.of(table, table.withName(name.withText(name.text() + "_")))
                .map(each -> ConstraintNames.check(each, column).text())
                .flatMap(wanted ->
                        physical.checks().stream().filter(it -> it.name().equalsIgnoreCase(wanted)))
                .findFirst();
    }

    /** A check that belongs to the type goes and comes with it. */
    private static Column withCheck(
            Column column, PhysicalColumn is, Optional<PhysicalCheck> should, Optional<PhysicalCheck> there) {
        boolean same = should.map(PhysicalCheck::definition).equals(there.map(PhysicalCheck::definition));
        if (should.isEmpty() || same) {
            return column;
        }
        Column bare = column.checks().isEmpty() ? column.withType(new ColumnType.Raw(is.type())) : column;
        return bare.withChecks(there.map(check -> List.of(check.definition())).orElse(List.of()));
    }

    /** Those whose definition the database has, under the name that it has there. */
    private static <T extends Constraint> List<T> kept(
            List<T> model, List<? extends PhysicalConstraint> should, List<? extends PhysicalConstraint> is) {
        List<PhysicalConstraint> left = new ArrayList<>(is);
        List<T> kept = new ArrayList<>();
        for (T constraint : model) {
            Optional<? extends PhysicalConstraint> definition = should.stream()
                    .filter(it -> it.name().equalsIgnoreCase(constraint.name().text()))
                    .findFirst();
            Optional<PhysicalConstraint> there = definition.flatMap(it -> left.stream()
                    .filter(other -> other.definition().equals(it.definition()))
                    .findFirst());
            there.ifPresent(it -> {
                left.remove(it);
                kept.add(
                        it.name().equals(definition.get().name())
                                ? constraint
                                : named(constraint, Name.quoted(it.name())));
            });
        }
        return kept;
    }

    @SuppressWarnings("unchecked")
    private static <T extends Constraint> T named(T constraint, Name name) {
        Constraint named;
        if (constraint instanceof PrimaryKey key) {
            named = new PrimaryKey(name, key.columns());
        } else if (constraint instanceof UniqueKey key) {
            named = new UniqueKey(name, key.columns(), key.options());
        } else if (constraint instanceof ForeignKey key) {
            named = new ForeignKey(
                    name,
                    key.columns(),
                    key.referencedTable(),
                    key.referencedColumns(),
                    key.onDelete(),
                    key.onUpdate(),
                    key.definition(),
                    key.options());
        } else if (constraint instanceof Index index) {
            named = new Index(name, index.parts(), index.unique(), index.options());
        } else {
            CheckConstraint check = (CheckConstraint) constraint;
            named = new CheckConstraint(name, check.condition(), check.options());
        }
        return (T) named;
    }
}
