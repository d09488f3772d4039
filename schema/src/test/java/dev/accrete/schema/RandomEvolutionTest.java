package dev.accrete.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accrete.schema.dialect.Dialect;
import dev.accrete.schema.dialect.Dialects;
import dev.accrete.schema.dialect.Step;
import dev.accrete.schema.dialect.StepMode;
import dev.accrete.schema.diff.Change;
import dev.accrete.schema.diff.ChangeText;
import dev.accrete.schema.diff.DiffResult;
import dev.accrete.schema.diff.Intents;
import dev.accrete.schema.diff.SchemaDiff;
import dev.accrete.schema.inspect.ComparisonOptions;
import dev.accrete.schema.inspect.DatabaseInspector;
import dev.accrete.schema.inspect.PhysicalSchema;
import dev.accrete.schema.inspect.PhysicalSchemaComparison;
import dev.accrete.schema.model.CheckConstraint;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.ColumnTypes;
import dev.accrete.schema.model.Constraint;
import dev.accrete.schema.model.ForeignKey;
import dev.accrete.schema.model.Index;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.Origin;
import dev.accrete.schema.model.Origins;
import dev.accrete.schema.model.PrimaryKey;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.Sequence;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.model.UniqueKey;
import dev.accrete.schema.plan.Plan;
import dev.accrete.schema.plan.Planner;
import dev.accrete.schema.snapshot.Kept;
import dev.accrete.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random chains of models on real databases: after each migration the schema is the one that is created afresh. */
class RandomEvolutionTest {

    private static final int CHAINS = Integer.getInteger("evolution.chains", 5);
    private static final int STEPS = 3;
    private static final List<String> TABLES = List.of("account", "team", "item");
    private static final List<String> COLUMNS = List.of("a", "b", "c", "d");
    private static final List<String> TYPES = List.of(
            "bigint", "integer", "varchar(255)", "varchar(20)", "timestamp(6)", "enum('X','Y')[255]", "boolean");

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void aMigratedDatabaseIsTheOneThatIsCreatedAfresh(String name) throws SQLException {
        Dialect dialect = Dialects.named(name).orElseThrow();
        List<String> failures = new ArrayList<>();
        int steps = 0;
        for (int chain = 0; chain < CHAINS; chain++) {
            Random random = new Random(chain);
            Schema model = Schema.empty();
            Kept kept = Kept.nothing();
            try (TestDatabase database = TestDatabase.create(name);
                    Connection connection = database.connect()) {
                for (int step = 0; step < STEPS; step++) {
                    Schema next = schema(random, model);
                    Intents intents = intents(random, next);
                    DiffResult diff = SchemaDiff.between(model, kept, next, intents, Origins.none());
                    if (diff.findings().stream()
                            .anyMatch(finding -> finding.message().contains("no conversion"))) {
                        // Such a draft can't be saved, and its script fails.
                        break;
                    }
                    steps++;
                    String what = name + " chain " + chain + " step " + step + "\n"
                            + String.join(
                                    "\n",
                                    diff.changes().stream()
                                            .map(c -> "  " + ChangeText.subject(c) + ": " + ChangeText.of(c))
                                            .toList());
                    try {
                        Plan plan = Planner.forward(dialect, model, next, diff.changes());
                        run(connection, plan.steps());
                        String different = difference(name, connection, physical(next, diff.kept()), dialect);
                        if (!different.isEmpty()) {
                            failures.add(what + "\n--> " + different);
                            break;
                        }
                        if (step > 0 && diff.changes().stream().noneMatch(RandomEvolutionTest::revives)) {
                            Plan undo = Planner.undo(dialect, model, next, diff.changes());
                            run(connection, undo.steps());
                            String undone = difference(name, connection, physical(model, kept), dialect);
                            if (!undone.isEmpty()) {
                                failures.add("UNDO " + what + "\n--> " + undone);
                                break;
                            }
                            run(connection, plan.steps());
                        }
                    } catch (SQLException | RuntimeException e) {
                        failures.add(what + "\n--> " + e);
                        break;
                    }
                    model = next;
                    kept = diff.kept();
                }
            }
        }
        assertThat(failures)
                .withFailMessage(() -> String.join("\n\n", failures))
                .isEmpty();
    }

    private static boolean revives(Change change) {
        return ChangeText.of(change).contains("again");
    }

    private static String difference(String name, Connection migrated, Schema expected, Dialect dialect)
            throws SQLException {
        try (TestDatabase fresh = TestDatabase.create(name);
                Connection connection = fresh.connect()) {
            run(
                    connection,
                    Planner.forward(
                                    dialect,
                                    Schema.empty(),
                                    expected,
                                    SchemaDiff.between(
                                                    Schema.empty(),
                                                    Kept.nothing(),
                                                    expected,
                                                    Intents.none(),
                                                    Origins.none())
                                            .changes())
                            .steps());
            PhysicalSchema one = DatabaseInspector.forDialect(name).inspect(connection);
            PhysicalSchema other = DatabaseInspector.forDialect(name).inspect(migrated);
            List<String> texts = PhysicalSchemaComparison.differences(
                            one, other, ComparisonOptions.definitions().withNames(ComparisonOptions.Names.EXACT))
                    .stream()
                    .map(Object::toString)
                    .toList();
            return String.join("\n    ", texts);
        }
    }

    private static Schema physical(Schema model, Kept kept) {
        List<Table> tables = new ArrayList<>();
        for (Table table : model.tables()) {
            tables.add(withKept(table, kept));
        }
        for (Table table : kept.tables()) {
            tables.add(withKept(table, kept));
        }
        List<Sequence> sequences = new ArrayList<>(model.sequences());
        sequences.addAll(kept.sequences());
        return new Schema(List.of(), sequences, tables, List.of());
    }

    private static Table withKept(Table table, Kept kept) {
        Table full = table;
        for (Kept.KeptColumn column : kept.columnsOf(table.name())) {
            full = full.withColumn(column.column());
        }
        List<UniqueKey> unique = new ArrayList<>(full.uniqueKeys());
        List<ForeignKey> foreign = new ArrayList<>(full.foreignKeys());
        List<Index> indexes = new ArrayList<>(full.indexes());
        for (Kept.KeptConstraint constraint : kept.constraintsOf(table.name())) {
            Constraint c = constraint.constraint();
            if (c instanceof UniqueKey key) {
                unique.add(key);
            } else if (c instanceof ForeignKey key) {
                foreign.add(key);
            } else if (c instanceof Index index) {
                indexes.add(index);
            }
        }
        return full.withUniqueKeys(unique).withForeignKeys(foreign).withIndexes(indexes);
    }

    private static void run(Connection connection, List<Step> steps) throws SQLException {
        for (Step step : steps) {
            connection.setAutoCommit(step.mode() == StepMode.AUTOCOMMIT);
            try (Statement statement = connection.createStatement()) {
                for (String sql : step.statements()) {
                    try {
                        statement.execute(sql);
                    } catch (SQLException e) {
                        if (!connection.getAutoCommit()) {
                            connection.rollback();
                        }
                        throw new SQLException(sql + "\n" + e.getMessage(), e);
                    }
                }
            }
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
            connection.setAutoCommit(true);
        }
    }

    private static Schema schema(Random random, Schema former) {
        List<Table> tables = new ArrayList<>();
        for (String name : TABLES) {
            if (random.nextInt(4) > 0) {
                tables.add(table(random, name, former));
            }
        }
        List<Table> linked = new ArrayList<>();
        for (Table table : tables) {
            List<ForeignKey> keys = new ArrayList<>();
            for (Table target : tables) {
                Optional<Column> column = table.columns().stream()
                        .filter(c -> !c.identity() && c.type().text().equals("bigint"))
                        .findFirst();
                if (column.isPresent() && random.nextInt(2) == 0) {
                    keys.add(ForeignKey.of(
                            Name.of("fk_" + table.name() + "_" + target.name()),
                            List.of(column.get().name()),
                            target.name(),
                            List.of(Name.of("id"))));
                }
            }
            linked.add(table.withForeignKeys(keys));
        }
        List<Sequence> sequences = new ArrayList<>();
        for (String name : TABLES) {
            if (random.nextInt(2) == 0) {
                sequences.add(Sequence.of(QualifiedName.of(name + "_seq"), 1, random.nextInt(2) == 0 ? 1 : 50));
            }
        }
        return new Schema(List.of(), sequences, linked, List.of());
    }

    private static Table table(Random random, String name, Schema former) {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.required(Name.of("id"), ColumnTypes.parse("bigint")).withIdentity(random.nextInt(2) == 0));
        Optional<Table> old = former.table(QualifiedName.of(name));
        for (String column : COLUMNS) {
            if (random.nextInt(3) > 0) {
                Optional<ColumnType> type = old.flatMap(t -> t.column(Name.of(column)))
                        .map(Column::type)
                        .filter(t -> random.nextInt(4) > 0);
                ColumnType chosen = type.orElseGet(() -> ColumnTypes.parse(TYPES.get(random.nextInt(TYPES.size()))));
                columns.add(Column.of(Name.of(column), chosen)
                        .withNullable(random.nextInt(2) == 0)
                        .withComment(random.nextInt(6) == 0 ? Optional.of("about") : Optional.empty()));
            }
        }
        List<Name> names = columns.stream().map(Column::name).toList();
        List<UniqueKey> unique = new ArrayList<>();
        List<Index> indexes = new ArrayList<>();
        List<CheckConstraint> checks = new ArrayList<>();
        if (names.size() > 1 && random.nextInt(2) == 0) {
            unique.add(UniqueKey.of(Name.of(name + "_uk" + random.nextInt(2)), names.subList(0, 2)));
        }
        if (names.size() > 1 && random.nextInt(2) == 0) {
            indexes.add(Index.of(Name.of(name + "_ix" + random.nextInt(2)), List.of(names.get(names.size() - 1))));
        }
        if (random.nextInt(3) == 0) {
            checks.add(CheckConstraint.of(Name.of(name + "_ck"), "id > " + random.nextInt(2)));
        }
        return Table.of(QualifiedName.of(name), columns)
                .withPrimaryKey(
                        Optional.of(new PrimaryKey(Name.of(name + "_pkey" + random.nextInt(2)), names.subList(0, 1))))
                .withUniqueKeys(unique)
                .withIndexes(indexes)
                .withChecks(checks);
    }

    private static Intents intents(Random random, Schema after) {
        List<Intents.TableRename> tables = new ArrayList<>();
        List<Intents.ColumnRename> columns = new ArrayList<>();
        List<Intents.TableDrop> tableDrops = new ArrayList<>();
        List<Intents.ColumnDrop> columnDrops = new ArrayList<>();
        Origin origin = new Origin("com.acme.Any", "");
        for (Table table : after.tables()) {
            if (random.nextInt(4) == 0) {
                tables.add(new Intents.TableRename(
                        table.name(), QualifiedName.of(TABLES.get(random.nextInt(TABLES.size()))), origin));
            }
            for (Column column : table.columns()) {
                // H2's key_column_usage goes on to show a renamed column of a unique key under its former name.
                boolean unique = table.uniqueKeys().stream()
                        .anyMatch(key -> key.columns().contains(column.name()));
                if (random.nextInt(4) == 0 && !unique && !column.name().text().equals("id")) {
                    columns.add(new Intents.ColumnRename(
                            table.name(), column.name(), Name.of(COLUMNS.get(random.nextInt(COLUMNS.size()))), origin));
                }
            }
            for (String column : COLUMNS) {
                if (random.nextInt(3) == 0) {
                    columnDrops.add(new Intents.ColumnDrop(table.name(), Name.of(column), origin));
                }
            }
        }
        for (String table : TABLES) {
            if (random.nextInt(3) == 0) {
                tableDrops.add(new Intents.TableDrop(QualifiedName.of(table), origin));
            }
        }
        return new Intents(tables, columns, tableDrops, columnDrops, List.of(), List.of(), List.of(), List.of());
    }
}
