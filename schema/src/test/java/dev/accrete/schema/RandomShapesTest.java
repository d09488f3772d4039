package dev.accrete.schema;

import dev.accrete.schema.dialect.Dialect;
import dev.accrete.schema.dialect.Dialects;
import dev.accrete.schema.diff.Intents;
import dev.accrete.schema.model.CheckConstraint;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ColumnTypes;
import dev.accrete.schema.model.ForeignKey;
import dev.accrete.schema.model.Index;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.Origin;
import dev.accrete.schema.model.PrimaryKey;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.ReferentialAction;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.Sequence;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.model.TypeDefinition;
import dev.accrete.schema.model.UniqueKey;
import dev.accrete.schema.snapshot.Kept;
import dev.accrete.schema.snapshot.Snapshot;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * From one shape of the same entities to another, with rows in every table: a hierarchy in one table, in joined ones or in a
 * table per class; an embeddable value in its owner or in a secondary table, with one prefix or another; elements in a table
 * of a list, a set or a map; keys of one column or of two; numbers from an identity or a sequence; computed columns, JSON,
 * arrays and named types.
 */
class RandomShapesTest {

    private static final int FIRST = Integer.getInteger("shapes.first", 1);
    private static final int SEEDS = Integer.getInteger("shapes.seeds", 12);
    private static final Origin ORIGIN = new Origin("com.acme.Any", "");
    private static final Name ID = Name.of("id");
    private static final QualifiedName MOOD = QualifiedName.of("mood");
    private static final List<String> PREFIXES = List.of("", "home_", "work_");
    private static final List<String> PARTS = List.of("street", "city", "zip");

    static Stream<String> cases() {
        return IntStream.range(FIRST, FIRST + SEEDS)
                .boxed()
                .flatMap(seed -> Stream.of("h2 " + seed, "postgresql " + seed));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aMigrationLeadsToTheModelAndItsUndoBack(String name) throws SQLException {
        Dialect dialect = Dialects.named(name.split(" ")[0]).orElseThrow();
        Random random = new Random(Long.parseLong(name.split(" ")[1]));
        Shape before = new Shape(random);
        Shape after = new Shape(random);
        Snapshot start = new Snapshot(before.schema(), Kept.nothing(), new TreeMap<>(), new TreeSet<>());
        try (MigratingDatabase database = MigratingDatabase.at(dialect, start)) {
            database.insertRows();
            Shape shape = before;
            for (Shape next : List.of(after, new Shape(random))) {
                database.migrate(next.schema(), intents(shape, next, random));
                shape = next;
            }
        }
    }

    private static Intents intents(Shape before, Shape after, Random random) {
        List<Intents.ColumnRename> renames = new ArrayList<>();
        List<Intents.ColumnDrop> drops = new ArrayList<>();
        List<Intents.TableDrop> tableDrops = new ArrayList<>();
        List<Intents.Backfill> backfills = new ArrayList<>();
        boolean moves = random.nextBoolean();
        boolean mayDrop = random.nextBoolean();
        for (Table table : after.schema().tables()) {
            Optional<Table> old = before.schema().table(table.name());
            for (Column column : table.columns()) {
                if (column.generatedAs().isEmpty()) {
                    backfills.add(new Intents.Backfill(table.name(), column.name(), value(column), ORIGIN));
                }
                for (String part : PARTS) {
                    String former = before.prefix + part;
                    if (moves
                            && !before.prefix.equals(after.prefix)
                            && column.name().equals(Name.of(after.prefix + part))
                            && old.isPresent()
                            && old.get().column(Name.of(former)).isPresent()
                            && table.column(Name.of(former)).isEmpty()) {
                        renames.add(new Intents.ColumnRename(table.name(), column.name(), Name.of(former), ORIGIN));
                    }
                }
            }
            if (mayDrop && old.isPresent()) {
                old.get().columns().stream()
                        .filter(column -> table.column(column.name()).isEmpty())
                        .forEach(column -> drops.add(new Intents.ColumnDrop(table.name(), column.name(), ORIGIN)));
            }
        }
        if (mayDrop) {
            before.schema().tables().stream()
                    .filter(table -> after.schema().table(table.name()).isEmpty())
                    .forEach(table -> tableDrops.add(new Intents.TableDrop(table.name(), ORIGIN)));
        }
        drops.removeIf(drop -> renames.stream()
                .anyMatch(rename -> rename.table().equals(drop.table())
                        && rename.formerName().equals(drop.column())));
        return new Intents(
                List.of(), renames, tableDrops, drops, List.of(), backfills, List.of(), List.of(), List.of());
    }

    /** What rows get that have no value. */
    private static String value(Column column) {
        return switch (column.type().text()) {
            case "json" -> "'1'";
            case "type mood" -> "'ok'";
            case "array of varchar(20)" -> "ARRAY['1']";
            case "enum('Car','Truck','Vehicle')[31]" -> "'Vehicle'";
            default -> column.type().text().startsWith("varchar") ? "'1'" : "1";
        };
    }

    /** One way to map the entities. */
    private static final class Shape {

        private final Random random;
        private final String prefix;
        private final Schema schema;

        Shape(Random random) {
            this.random = random;
            this.prefix = one(PREFIXES);
            this.schema = make();
        }

        Schema schema() {
            return schema;
        }

        private Schema make() {
            List<Table> tables = new ArrayList<>();
            tables.addAll(vehicles(random.nextInt(3)));
            tables.addAll(people());
            List<TypeDefinition> types = random.nextInt(3) > 0
                    ? List.of(new TypeDefinition.EnumType(MOOD, List.of("sad", "ok"), Set.of()))
                    : List.of();
            if (!types.isEmpty()) {
                tables.add(table("feeling", List.of(id(), column("mood", "type mood"))));
            }
            List<Sequence> sequences = new ArrayList<>();
            if (random.nextBoolean()) {
                sequences.add(Sequence.of(QualifiedName.of("vehicle_seq"), 1, random.nextBoolean() ? 1 : 50));
            }
            return new Schema(types, sequences, tables, List.of());
        }

        /** One table, joined tables, or a table per class. */
        private List<Table> vehicles(int strategy) {
            Column wheels = column("wheels", random.nextBoolean() ? "integer" : "bigint");
            Column doors = column("doors", "integer").withNullable(true);
            Column load = column("load_kg", "integer").withNullable(true);
            Column type = Column.required(Name.of("dtype"), ColumnTypes.parse("enum('Car','Truck','Vehicle')[31]"));
            if (strategy == 0) {
                return List.of(table("vehicle", List.of(type, id(), wheels, doors, load)));
            }
            if (strategy == 1) {
                List<Column> columns = random.nextBoolean() ? List.of(type, id(), wheels) : List.of(id(), wheels);
                return List.of(
                        table("vehicle", columns),
                        child("car", List.of(plainId(), doors), "vehicle"),
                        child("truck", List.of(plainId(), load), "vehicle"));
            }
            return List.of(
                    table("vehicle", List.of(plainId(), wheels)),
                    table("car", List.of(plainId(), wheels, doors)),
                    table("truck", List.of(plainId(), wheels, load)));
        }

        private List<Table> people() {
            List<Table> tables = new ArrayList<>();
            List<Column> person = new ArrayList<>(List.of(id(), column("name", "varchar(255)")));
            List<Column> address = PARTS.stream()
                    .filter(part -> random.nextInt(4) > 0)
                    .map(part -> column(prefix + part, random.nextInt(4) > 0 ? "varchar(255)" : "varchar(80)")
                            .withNullable(true))
                    .toList();
            boolean apart = random.nextInt(3) == 0 && !address.isEmpty();
            if (!apart) {
                person.addAll(address);
            }
            if (random.nextBoolean()) {
                person.add(column("settings", "json").withNullable(random.nextBoolean()));
            }
            if (random.nextBoolean()) {
                person.add(column("nicknames", "array of varchar(20)").withNullable(random.nextBoolean()));
            }
            if (random.nextBoolean()) {
                person.add(column("age", random.nextBoolean() ? "integer" : "bigint"));
                if (random.nextBoolean()) {
                    person.add(column("age_next", "integer")
                            .withNullable(true)
                            .withGeneratedAs(Optional.of(random.nextBoolean() ? "1 + 1" : "2 * 3")));
                }
            } else if (random.nextBoolean()) {
                person.add(column("age_next", "integer").withNullable(true));
            }
            Table table = table("person", person);
            if (random.nextBoolean()) {
                table = table.withUniqueKeys(
                        List.of(UniqueKey.of(Name.of("person_name_key"), List.of(Name.of("name")))));
            }
            if (random.nextBoolean()) {
                table = table.withIndexes(List.of(Index.of(
                        Name.of("person_idx"),
                        random.nextBoolean() ? List.of(Name.of("name"), ID) : List.of(Name.of("name")))));
            }
            if (random.nextBoolean()) {
                table = table.withChecks(
                        List.of(CheckConstraint.of(Name.of("person_ck"), random.nextBoolean() ? "id > 0" : "id > 1")));
            }
            tables.add(table);
            if (apart) {
                List<Column> columns = new ArrayList<>(List.of(plainId()));
                columns.addAll(address);
                tables.add(child("person_address", columns, "person"));
            }
            if (random.nextInt(3) > 0) {
                tables.add(elements());
            }
            return tables;
        }

        /** A bag has no key, a list has an index, a set or map a key over its elements. */
        private Table elements() {
            Column owner = column("person_id", "bigint");
            Column element = column("tag", random.nextBoolean() ? "varchar(255)" : "varchar(100)");
            Column position = column("tag_order", "integer");
            int kind = random.nextInt(3);
            List<Column> columns = new ArrayList<>(List.of(owner, kind == 0 ? element.withNullable(true) : element));
            List<Name> key = new ArrayList<>(List.of(owner.name()));
            if (kind == 1) {
                columns.add(position);
                key.add(position.name());
            } else {
                key.add(element.name());
            }
            ForeignKey reference = ForeignKey.of(
                    Name.of("person_tags_fk"), List.of(owner.name()), QualifiedName.of("person"), List.of(ID));
            ForeignKey chosen = random.nextInt(3) > 0
                    ? reference
                    : new ForeignKey(
                            reference.name(),
                            reference.columns(),
                            reference.referencedTable(),
                            reference.referencedColumns(),
                            ReferentialAction.CASCADE,
                            ReferentialAction.NO_ACTION,
                            Optional.empty(),
                            Optional.empty());
            return Table.of(QualifiedName.of("person_tags"), columns)
                    .withPrimaryKey(
                            kind == 0
                                    ? Optional.empty()
                                    : Optional.of(new PrimaryKey(Name.of("person_tags_pkey"), key)))
                    .withForeignKeys(List.of(chosen));
        }

        private Column id() {
            return plainId().withIdentity(random.nextBoolean());
        }

        private static Column plainId() {
            return Column.required(ID, ColumnTypes.parse("bigint"));
        }

        private static Column column(String name, String type) {
            return Column.required(Name.of(name), ColumnTypes.parse(type));
        }

        private Table table(String name, List<Column> columns) {
            List<Name> key = new ArrayList<>(List.of(ID));
            boolean two = columns.stream().anyMatch(column -> column.name().equals(Name.of("mood")));
            if (two && random.nextBoolean()) {
                key.add(Name.of("mood"));
            }
            return Table.of(QualifiedName.of(name), columns)
                    .withPrimaryKey(Optional.of(new PrimaryKey(Name.of(name + "_pkey"), key)));
        }

        private Table child(String name, List<Column> columns, String parent) {
            return table(name, columns)
                    .withForeignKeys(List.of(ForeignKey.of(
                            Name.of(name + "_" + parent + "_fk"), List.of(ID), QualifiedName.of(parent), List.of(ID))));
        }

        private <T> T one(List<T> items) {
            return items.get(random.nextInt(items.size()));
        }
    }
}
