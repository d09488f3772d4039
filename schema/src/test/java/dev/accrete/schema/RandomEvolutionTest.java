package dev.accrete.schema;

import dev.accrete.schema.dialect.Dialect;
import dev.accrete.schema.dialect.Dialects;
import dev.accrete.schema.diff.Intents;
import dev.accrete.schema.model.CheckConstraint;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.ColumnTypes;
import dev.accrete.schema.model.ForeignKey;
import dev.accrete.schema.model.Index;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.Origin;
import dev.accrete.schema.model.PrimaryKey;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.Sequence;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.model.UniqueKey;
import dev.accrete.schema.snapshot.Snapshot;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random chains of models on real databases: after each migration the schema is the one that is created afresh. */
class RandomEvolutionTest {

    private static final int CHAINS = Integer.getInteger("evolution.chains", 5);
    private static final int STEPS = 3;
    private static final List<String> TABLES = List.of("account", "team", "item");
    private static final List<String> COLUMNS = List.of("a", "b", "c", "d");
    private static final List<String> TYPES = List.of(
            "bigint", "integer", "varchar(255)", "varchar(20)", "timestamp(6)", "enum('X','Y')[255]", "boolean");

    static Stream<String> chains() {
        return IntStream.range(0, CHAINS).boxed().flatMap(chain -> Stream.of("h2 " + chain, "postgresql " + chain));
    }

    @ParameterizedTest
    @MethodSource("chains")
    void aMigratedDatabaseIsTheOneThatIsCreatedAfresh(String chain) throws SQLException {
        Dialect dialect = Dialects.named(chain.split(" ")[0]).orElseThrow();
        Random random = new Random(Long.parseLong(chain.split(" ")[1]));
        try (MigratingDatabase database = MigratingDatabase.at(dialect, Snapshot.empty())) {
            for (int step = 0; step < STEPS; step++) {
                Schema model = database.snapshot().model();
                Schema next = schema(random, model);
                Intents intents = intents(random, next);
                Draft draft = MigratingDatabase.draft(database.snapshot(), next, intents, List.of(dialect));
                if (draft.findings().stream()
                        .anyMatch(finding -> finding.message().contains("no conversion"))) {
                    // Such a draft can't be saved, and its script fails.
                    return;
                }
                database.migrate(next, intents);
            }
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
                if (random.nextInt(4) == 0 && !column.name().text().equals("id")) {
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
        return new Intents(
                tables, columns, tableDrops, columnDrops, List.of(), List.of(), List.of(), List.of(), List.of());
    }
}
