package dev.accrete.schema.diff;

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
import dev.accrete.schema.model.ReferentialAction;
import dev.accrete.schema.model.Row;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.Sequence;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.model.TypeDefinition;
import dev.accrete.schema.model.UniqueKey;
import dev.accrete.schema.model.View;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Schemas out of few names, so that two of them have much in common and differ in everything that can differ. */
final class RandomSchemas {

    private static final List<String> TABLES = List.of("account", "team", "invoice", "item");
    private static final List<String> COLUMNS = List.of("a", "b", "c", "d", "e");
    private static final List<String> TYPES = List.of(
            "bigint",
            "integer",
            "varchar(255)",
            "varchar(20)",
            "timestamp(6)",
            "enum('X','Y')[255]",
            "ordinal('X','Y')",
            "numeric(10,2)",
            "type mood",
            "sql citext");
    private static final QualifiedName MOOD = QualifiedName.of("mood");

    private final Random random;

    RandomSchemas(long seed) {
        random = new Random(seed);
    }

    Schema schema() {
        List<String> names = some(TABLES);
        List<Table> tables = new ArrayList<>();
        for (String name : names) {
            tables.add(table(name));
        }
        List<Table> linked = new ArrayList<>();
        for (Table table : tables) {
            linked.add(withForeignKeys(table, tables));
        }
        List<TypeDefinition> types = new ArrayList<>();
        if (chance(2)) {
            types.add(new TypeDefinition.EnumType(MOOD, some(List.of("sad", "ok", "happy")), Set.of()));
        }
        List<Sequence> sequences = new ArrayList<>();
        for (String name : some(TABLES)) {
            sequences.add(Sequence.of(QualifiedName.of(name + "_seq"), 1, chance(4) ? 1 : 50));
        }
        List<View> views = chance(3)
                ? List.of(new View(QualifiedName.of("v"), "select " + random.nextInt(2), Set.of()))
                : List.of();
        return new Schema(types, sequences, linked, views);
    }

    Intents intents(Schema after) {
        List<Intents.TableRename> tableRenames = new ArrayList<>();
        List<Intents.ColumnRename> columnRenames = new ArrayList<>();
        List<Intents.TableDrop> tableDrops = new ArrayList<>();
        List<Intents.ColumnDrop> columnDrops = new ArrayList<>();
        List<Intents.ColumnKeep> columnKeeps = new ArrayList<>();
        List<Intents.Backfill> backfills = new ArrayList<>();
        List<Intents.Adoption> adoptions = new ArrayList<>();
        for (Table table : after.tables()) {
            Origin origin = new Origin("com.acme." + table.name(), "");
            if (chance(4)) {
                tableRenames.add(new Intents.TableRename(table.name(), QualifiedName.of(one(TABLES)), origin));
            }
            if (chance(6)) {
                adoptions.add(new Intents.Adoption(table.name(), origin));
            }
            for (Column column : table.columns()) {
                if (chance(4)) {
                    columnRenames.add(
                            new Intents.ColumnRename(table.name(), column.name(), Name.of(one(COLUMNS)), origin));
                }
                if (chance(4)) {
                    backfills.add(new Intents.Backfill(table.name(), column.name(), "0", origin));
                }
            }
            for (String column : COLUMNS) {
                if (chance(5)) {
                    columnDrops.add(new Intents.ColumnDrop(table.name(), Name.of(column), origin));
                } else if (chance(5)) {
                    columnKeeps.add(new Intents.ColumnKeep(table.name(), Name.of(column), origin));
                }
            }
        }
        for (String table : TABLES) {
            if (chance(4)) {
                tableDrops.add(new Intents.TableDrop(QualifiedName.of(table), new Origin("com.acme.Any", "")));
            }
        }
        return new Intents(
                tableRenames,
                columnRenames,
                tableDrops,
                columnDrops,
                columnKeeps,
                backfills,
                List.of(),
                List.of(),
                adoptions);
    }

    private Table table(String name) {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.required(Name.of("id"), ColumnTypes.parse("bigint")).withIdentity(chance(2)));
        for (String column : some(COLUMNS)) {
            columns.add(column(column));
        }
        List<Name> names = columns.stream().map(Column::name).toList();
        Table table = Table.of(QualifiedName.of(name), columns);
        if (!chance(8)) {
            List<Name> key = chance(4) ? names.subList(0, Math.min(2, names.size())) : names.subList(0, 1);
            table = table.withPrimaryKey(Optional.of(new PrimaryKey(Name.of(name + constraintSuffix("pkey")), key)));
        }
        List<UniqueKey> uniqueKeys = new ArrayList<>();
        List<Index> indexes = new ArrayList<>();
        List<CheckConstraint> checks = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            if (chance(2)) {
                uniqueKeys.add(UniqueKey.of(Name.of(name + constraintSuffix("uk") + i), some(names, i + 1)));
            }
            if (chance(2)) {
                indexes.add(Index.of(
                        Name.of((chance(4) ? "shared_" + i : name + constraintSuffix("ix") + i)), some(names, i + 1)));
            }
            if (chance(4)) {
                checks.add(CheckConstraint.of(Name.of(name + "_ck" + i), one(COLUMNS) + " > " + random.nextInt(2)));
            }
        }
        List<Row> rows = chance(3)
                ? List.of(new Row(
                        List.of(Name.of("id"), Name.of("n")),
                        List.of(String.valueOf(random.nextInt(2)), String.valueOf(random.nextInt(2)))))
                : List.of();
        return table.withUniqueKeys(uniqueKeys)
                .withIndexes(indexes)
                .withChecks(checks)
                .withRows(rows)
                .withComment(chance(4) ? Optional.of("comment " + random.nextInt(2)) : Optional.empty())
                .withOptions(chance(8) ? Optional.of("fast") : Optional.empty());
    }

    private Column column(String name) {
        ColumnType type = ColumnTypes.parse(one(TYPES));
        return Column.of(Name.of(name), type)
                .withNullable(chance(2))
                .withDefaultValue(chance(4) ? Optional.of(String.valueOf(random.nextInt(2))) : Optional.empty())
                .withGeneratedAs(chance(8) ? Optional.of(one(COLUMNS) + " + 1") : Optional.empty())
                .withChecks(chance(5) ? List.of(one(COLUMNS) + " <> 0") : List.of())
                .withCollation(chance(8) ? Optional.of("C") : Optional.empty())
                .withComment(chance(6) ? Optional.of("about " + random.nextInt(2)) : Optional.empty())
                .withOptions(chance(9) ? Optional.of("compressed") : Optional.empty());
    }

    private Table withForeignKeys(Table table, List<Table> tables) {
        List<ForeignKey> keys = new ArrayList<>();
        for (Table target : some(tables)) {
            if (target.primaryKey().isPresent()
                    && target.primaryKey().get().columns().size() == 1) {
                ForeignKey plain = ForeignKey.of(
                        Name.of(table.name() + constraintSuffix("fk") + target.name()),
                        some(table.columns().stream().map(Column::name).toList(), 1),
                        target.name(),
                        target.primaryKey().get().columns());
                keys.add(
                        chance(4)
                                ? new ForeignKey(
                                        plain.name(),
                                        plain.columns(),
                                        plain.referencedTable(),
                                        plain.referencedColumns(),
                                        ReferentialAction.CASCADE,
                                        ReferentialAction.NO_ACTION,
                                        Optional.empty(),
                                        Optional.empty())
                                : plain);
            }
        }
        return table.withForeignKeys(keys);
    }

    private String constraintSuffix(String kind) {
        return "_" + kind + (chance(4) ? "_other" : "");
    }

    private boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    private <T> T one(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }

    private <T> List<T> some(List<T> items) {
        return items.stream().filter(item -> chance(2)).toList();
    }

    private <T> List<T> some(List<T> items, int count) {
        List<T> shuffled = new ArrayList<>(items);
        Collections.shuffle(shuffled, random);
        return shuffled.subList(0, Math.min(count, shuffled.size()));
    }
}
