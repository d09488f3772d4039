package dev.accrete.schema;

import dev.accrete.schema.dialect.Dialect;
import dev.accrete.schema.dialect.Dialects;
import dev.accrete.schema.diff.Intents;
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
import dev.accrete.schema.snapshot.Kept;
import dev.accrete.schema.snapshot.Snapshot;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** From one random schema to another with rows in every table, with and without permission to drop. */
class RandomMigrationsTest {

    private static final int SEEDS = Integer.getInteger("migration.seeds", 15);
    private static final List<String> TABLES = List.of("account", "team", "invoice", "item");

    /** What a column of this name may be; each value fits each of its types. */
    private static final Map<String, List<String>> TYPES = new TreeMap<>(Map.of(
            "amount", List.of("integer", "bigint", "numeric(12,2)"),
            "flag", List.of("boolean"),
            "label", List.of("varchar(20)", "varchar(255)"),
            "moment", List.of("timestamp(3)", "timestamp(6)"),
            "state", List.of("enum('X','Y')[255]", "enum('X','Y','Z')[255]"),
            "rank", List.of("ordinal('X','Y')", "ordinal('X','Y','Z')")));

    private static final Map<String, String> VALUES = Map.of(
            "amount", "1",
            "flag", "true",
            "label", "'1'",
            "moment", "TIMESTAMP '2020-01-01 00:00:00'",
            "state", "'X'",
            "rank", "0");

    /** A type that has fewer constants than another one of the column, and what becomes of the values then. */
    private static final Map<String, String> CONVERSIONS =
            Map.of("state", "enum('X','Y')[255]", "rank", "ordinal('X','Y')");

    private static final Map<String, String> CONVERTED = Map.of(
            "state", "case state when 'X' then 'X' when 'Y' then 'Y' when 'Z' then 'X' end",
            "rank", "case when rank < 2 then rank else 0 end");

    static Stream<String> cases() {
        return IntStream.rangeClosed(1, SEEDS).boxed().flatMap(seed -> Stream.of("h2 " + seed, "postgresql " + seed));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aMigrationLeadsToTheModelAndItsUndoBack(String name) throws SQLException {
        Dialect dialect = Dialects.named(name.split(" ")[0]).orElseThrow();
        Random random = new Random(Long.parseLong(name.split(" ")[1]));
        Schema before = schema(random);
        Schema after = schema(random);
        boolean mayDrop = random.nextBoolean();
        Snapshot start = new Snapshot(before, Kept.nothing(), new TreeMap<>(), new TreeSet<>());
        try (MigratingDatabase database = MigratingDatabase.at(dialect, start)) {
            database.insertRows();
            database.migrate(after, intents(after, mayDrop));
        }
    }

    private static Schema schema(Random random) {
        List<String> names =
                TABLES.stream().filter(name -> random.nextInt(4) > 0).toList();
        List<Table> tables = new ArrayList<>();
        for (String name : names) {
            List<Column> columns = new ArrayList<>();
            columns.add(
                    Column.required(Name.of("id"), ColumnTypes.parse("bigint")).withIdentity(random.nextBoolean()));
            List<UniqueKey> uniqueKeys = new ArrayList<>();
            List<Index> indexes = new ArrayList<>();
            TYPES.forEach((column, types) -> {
                if (random.nextInt(3) > 0) {
                    columns.add(column(random, column, types.get(random.nextInt(types.size()))));
                    if (random.nextInt(5) == 0) {
                        uniqueKeys.add(UniqueKey.of(
                                Name.of(name + "_" + column + "_key"), List.of(Name.of(column), Name.of("id"))));
                    }
                    if (random.nextInt(5) == 0) {
                        indexes.add(Index.of(Name.of(name + "_" + column + "_idx"), List.of(Name.of(column))));
                    }
                }
            });
            List<ForeignKey> foreignKeys = new ArrayList<>();
            for (String target : names) {
                if (random.nextInt(3) == 0) {
                    Name column = Name.of(target + "_ref");
                    columns.add(Column.of(column, ColumnTypes.parse("bigint")));
                    foreignKeys.add(ForeignKey.of(
                            Name.of(name + "_" + target + "_fkey"),
                            List.of(column),
                            QualifiedName.of(target),
                            List.of(Name.of("id"))));
                }
            }
            tables.add(Table.of(QualifiedName.of(name), columns)
                    .withPrimaryKey(Optional.of(new PrimaryKey(Name.of(name + "_pkey"), List.of(Name.of("id")))))
                    .withUniqueKeys(uniqueKeys)
                    .withIndexes(indexes)
                    .withForeignKeys(foreignKeys));
        }
        List<Sequence> sequences = TABLES.stream()
                .filter(name -> random.nextInt(3) == 0)
                .map(name -> Sequence.of(QualifiedName.of(name + "_seq"), 1, random.nextBoolean() ? 1 : 50))
                .toList();
        return Schema.of(tables).withSequences(sequences);
    }

    private static Column column(Random random, String name, String type) {
        ColumnType parsed = ColumnTypes.parse(type);
        return Column.of(Name.of(name), parsed)
                .withNullable(random.nextBoolean())
                .withDefaultValue(random.nextInt(3) == 0 ? Optional.of(VALUES.get(name)) : Optional.empty());
    }

    private static Intents intents(Schema after, boolean mayDrop) {
        Origin origin = new Origin("com.acme.Any", "");
        List<Intents.TableDrop> tableDrops = new ArrayList<>();
        List<Intents.ColumnDrop> columnDrops = new ArrayList<>();
        List<Intents.Backfill> backfills = new ArrayList<>();
        List<Intents.Using> usings = new ArrayList<>();
        for (String table : TABLES) {
            QualifiedName name = QualifiedName.of(table);
            if (mayDrop && after.table(name).isEmpty()) {
                tableDrops.add(new Intents.TableDrop(name, origin));
            }
            TYPES.keySet().forEach(column -> {
                if (after.table(name)
                        .flatMap(found -> found.column(Name.of(column)))
                        .isPresent()) {
                    backfills.add(new Intents.Backfill(name, Name.of(column), VALUES.get(column), origin));
                } else if (mayDrop) {
                    columnDrops.add(new Intents.ColumnDrop(name, Name.of(column), origin));
                }
            });
            after.table(name)
                    .ifPresent(found -> CONVERSIONS.forEach((column, type) -> found.column(Name.of(column))
                            .filter(state -> state.type().text().equals(type))
                            .ifPresent(state ->
                                    usings.add(new Intents.Using(name, state.name(), CONVERTED.get(column), origin)))));
            for (String target : TABLES) {
                if (mayDrop
                        && after.table(name)
                                .flatMap(found -> found.column(Name.of(target + "_ref")))
                                .isEmpty()) {
                    columnDrops.add(new Intents.ColumnDrop(name, Name.of(target + "_ref"), origin));
                }
            }
        }
        return new Intents(
                List.of(), List.of(), tableDrops, columnDrops, List.of(), backfills, usings, List.of(), List.of());
    }
}
