package dev.accrete.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accrete.schema.dialect.Dialect;
import dev.accrete.schema.dialect.Dialects;
import dev.accrete.schema.diff.CaseIntents;
import dev.accrete.schema.inspect.ComparisonOptions;
import dev.accrete.schema.inspect.DatabaseInspector;
import dev.accrete.schema.inspect.PhysicalSchema;
import dev.accrete.schema.inspect.PhysicalSchemaComparison;
import dev.accrete.schema.snapshot.Snapshot;
import dev.accrete.schema.snapshot.SnapshotReader;
import dev.accrete.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The new version writes what the old one could not have; the header of the undo script finds it. */
class RowsThatStopTest {

    private static final Path CASES = Path.of("src/test/resources/plan");

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void theApplicationDeletesAndWritesWhatItNoLongerKnowsReferences(String dialect) throws Exception {
        Evolution evolution = Evolution.of("remove-what-refers-to-others", dialect);
        try (TestDatabase database = TestDatabase.create(dialect);
                Connection connection = database.connect()) {
            PhysicalSchema before = evolution.start(connection);
            Scripts.run(connection, evolution.forward());

            run(
                    connection,
                    "UPDATE fax SET users_id = 2",
                    "UPDATE users SET boss_id = 2 WHERE id = 3",
                    "DELETE FROM users WHERE id = 2",
                    "DELETE FROM team WHERE id = 2",
                    "INSERT INTO users (id) VALUES (10)",
                    "INSERT INTO users (id) VALUES (11)");

            assertThat(Scripts.rowsThatStop(connection, evolution.undo()))
                    .hasSize(3)
                    .anySatisfy(sql -> assertThat(sql).contains("GROUP BY code"))
                    .anySatisfy(sql -> assertThat(sql).contains("FROM fax c"))
                    .anySatisfy(sql -> assertThat(sql).contains("p.id = c.boss_id"));
            int failed = Scripts.runFrom(0, connection, evolution.undo());
            assertThat(failed).isLessThan(Scripts.steps(evolution.undo()).size());

            // Half undone, it goes on once the rows are changed; the runtime drops an index that could not be built.
            run(
                    connection,
                    "DROP INDEX IF EXISTS users_code_key",
                    "UPDATE users SET code = 'c' || id WHERE id > 9",
                    "UPDATE fax SET users_id = NULL WHERE users_id = 2",
                    "UPDATE users SET boss_id = NULL WHERE boss_id = 2");
            assertThat(Scripts.runFrom(failed, connection, evolution.undo()))
                    .isEqualTo(Scripts.steps(evolution.undo()).size());
            assertThat(Scripts.rowsThatStop(connection, evolution.undo())).isEmpty();
            assertThat(PhysicalSchemaComparison.differences(
                            before,
                            DatabaseInspector.forDialect(dialect).inspect(connection),
                            ComparisonOptions.definitions()))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void theNewVersionWritesValuesThatTheOldOneHasNot(String dialect) throws Exception {
        Evolution evolution = Evolution.of("change-a-type", dialect);
        try (TestDatabase database = TestDatabase.create(dialect);
                Connection connection = database.connect()) {
            evolution.start(connection);
            Scripts.run(connection, evolution.forward());
            assertThat(Scripts.rowsThatStop(connection, evolution.undo())).isEmpty();
            run(connection, "UPDATE users SET age = 3000000000");

            assertThat(Scripts.rowsThatStop(connection, evolution.undo())).hasSize(1);
            int failed = Scripts.runFrom(0, connection, evolution.undo());
            run(connection, "UPDATE users SET age = 30");
            assertThat(Scripts.runFrom(failed, connection, evolution.undo()))
                    .isEqualTo(Scripts.steps(evolution.undo()).size());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void aTextOfDigitsIsNoInteger(String dialect) throws Exception {
        Evolution evolution = Evolution.of("a-number-in-a-key-of-elements-becomes-an-optional-text", dialect);
        try (TestDatabase database = TestDatabase.create(dialect);
                Connection connection = database.connect()) {
            evolution.start(connection);
            Scripts.run(connection, evolution.forward());
            run(connection, "UPDATE paper_extras SET grade = 'none'");
            assertThat(Scripts.rowsThatStop(connection, evolution.undo())).isEmpty();

            run(connection, "UPDATE paper_extras SET grade = '99999999999'");
            assertThat(Scripts.rowsThatStop(connection, evolution.undo())).hasSize(1);
            int failed = Scripts.runFrom(0, connection, evolution.undo());
            run(connection, "UPDATE paper_extras SET grade = '-99'");
            assertThat(Scripts.runFrom(failed, connection, evolution.undo()))
                    .isEqualTo(Scripts.steps(evolution.undo()).size());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void aCheckRefusesWhatRowsGetInANewColumn(String dialect) throws Exception {
        Evolution evolution = Evolution.of(
                "new-columns-have-checks", dialect, "backfill item.full_price price * 2", "backfill item.level 1");
        try (TestDatabase database = TestDatabase.create(dialect);
                Connection connection = database.connect()) {
            evolution.start(connection);
            run(connection, "INSERT INTO item (id, price) VALUES (10, 0)");

            assertThat(Scripts.rowsThatStop(connection, evolution.forward()))
                    .hasSize(2)
                    .anySatisfy(sql -> assertThat(sql).contains("(price * 2) > 0"))
                    .anySatisfy(sql -> assertThat(sql).contains("(0) < price"));
            run(connection, "UPDATE item SET price = 1 WHERE id = 10");
            assertThat(Scripts.rowsThatStop(connection, evolution.forward())).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void theRowToWhichRowsReferByDefaultIsNotThere(String dialect) throws Exception {
        Evolution evolution = Evolution.of(
                "new-references-have-a-default",
                dialect,
                "backfill item.unit_code '2'",
                "backfill item.weight_id kind");
        try (TestDatabase database = TestDatabase.create(dialect);
                Connection connection = database.connect()) {
            evolution.start(connection);
            assertThat(Scripts.rowsThatStop(connection, evolution.forward())).isEmpty();
            run(
                    connection,
                    "INSERT INTO unit (code) VALUES ('other')",
                    "UPDATE item SET kind = NULL",
                    "INSERT INTO item (id, kind) VALUES (10, 'other')",
                    "DELETE FROM category WHERE id = 2",
                    "DELETE FROM unit WHERE code = '2'");

            assertThat(Scripts.rowsThatStop(connection, evolution.forward()))
                    .hasSize(2)
                    .anySatisfy(sql -> assertThat(sql).contains("FROM category"))
                    .anySatisfy(sql -> assertThat(sql).contains("CAST('2' AS varchar(10))"));
            int failed = Scripts.runFrom(0, connection, evolution.forward());
            assertThat(failed).isLessThan(Scripts.steps(evolution.forward()).size());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void valuesOfANewUniqueColumnAreTheSame(String dialect) throws Exception {
        Evolution evolution = Evolution.of(
                "a-unique-column-is-made-of-another",
                dialect,
                "backfill item.slug lower(title)",
                "backfill item.nr 'nr' || cast(id as varchar(20))");
        try (TestDatabase database = TestDatabase.create(dialect);
                Connection connection = database.connect()) {
            evolution.start(connection);
            run(
                    connection,
                    "INSERT INTO item (id, shop, title) VALUES (10, 1, 'Red')",
                    "INSERT INTO item (id, shop, title) VALUES (11, 2, 'red')");
            assertThat(Scripts.rowsThatStop(connection, evolution.forward())).isEmpty();
            run(connection, "UPDATE item SET shop = 1 WHERE id = 11");

            assertThat(Scripts.rowsThatStop(connection, evolution.forward()))
                    .singleElement()
                    .asString()
                    .contains("lower(title)");
            int failed = Scripts.runFrom(0, connection, evolution.forward());
            assertThat(failed).isLessThan(Scripts.steps(evolution.forward()).size());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void aNewUniqueColumnHasOneValueForAllRows(String dialect) throws Exception {
        Evolution evolution = Evolution.of(
                "a-unique-column-is-made-of-another",
                dialect,
                "backfill item.slug lower(title)",
                "backfill item.nr 'nr'");
        try (TestDatabase database = TestDatabase.create(dialect);
                Connection connection = database.connect()) {
            evolution.start(connection);
            run(
                    connection,
                    "DELETE FROM item",
                    "INSERT INTO item (id, shop, title) VALUES (10, 1, 'Red')",
                    "INSERT INTO item (id, shop, title) VALUES (11, 2, 'Blue')");
            assertThat(Scripts.rowsThatStop(connection, evolution.forward()))
                    .containsExactly("SELECT count(*) FROM item HAVING count(*) > 1");
            int failed = Scripts.runFrom(0, connection, evolution.forward());
            assertThat(failed).isLessThan(Scripts.steps(evolution.forward()).size());

            run(connection, "DELETE FROM item WHERE id = 11");
            assertThat(Scripts.rowsThatStop(connection, evolution.forward())).isEmpty();
        }
    }

    /** H2 keeps to the number of bytes that a column has, and PostgreSQL has bytes of any number. */
    @ParameterizedTest
    @ValueSource(strings = "postgresql")
    void bytesAreNoUuid(String dialect) throws Exception {
        Evolution evolution = Evolution.of("bytes-become-uuids", dialect);
        try (TestDatabase database = TestDatabase.create(dialect);
                Connection connection = database.connect()) {
            evolution.start(connection);
            run(connection, "INSERT INTO meter (id, tag) VALUES (10, 'short')");

            assertThat(Scripts.rowsThatStop(connection, evolution.forward())).hasSize(1);
            int failed = Scripts.runFrom(0, connection, evolution.forward());
            run(connection, "DELETE FROM meter WHERE id = 10");
            assertThat(Scripts.rowsThatStop(connection, evolution.forward())).isEmpty();
            assertThat(Scripts.runFrom(failed, connection, evolution.forward()))
                    .isEqualTo(Scripts.steps(evolution.forward()).size());
        }
    }

    /** Each of the two tables has a row 1, and one table can have one: no row is left out for that in silence. */
    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void rowsOfTablesThatBecomeOneHaveTheSameKey(String dialect) throws Exception {
        Evolution evolution = Evolution.of(
                "../diff/tables-per-class-become-one",
                dialect,
                "fill vehicle (id, dtype, doors, wheels) select id, 'Car', doors, wheels from car",
                "backfill vehicle.dtype 'Vehicle'");
        try (TestDatabase database = TestDatabase.create(dialect);
                Connection connection = database.connect()) {
            evolution.start(connection);
            assertThat(Scripts.rowsThatStop(connection, evolution.forward()))
                    .singleElement()
                    .asString()
                    .contains("GROUP BY id");
            int failed = Scripts.runFrom(0, connection, evolution.forward());
            assertThat(failed).isLessThan(Scripts.steps(evolution.forward()).size());

            run(connection, "UPDATE car SET id = id + 100");
            assertThat(Scripts.runFrom(failed, connection, evolution.forward()))
                    .isEqualTo(Scripts.steps(evolution.forward()).size());
        }
    }

    /** A text becomes a constant as it is, and means none: it was a key. */
    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void textsThatAreNoConstants(String dialect) throws Exception {
        Evolution evolution = Evolution.of(
                "../diff/a-part-of-a-reference-becomes-a-constant",
                dialect,
                "rename-column version.definition from app_org_id",
                "using version.definition definition");
        try (TestDatabase database = TestDatabase.create(dialect);
                Connection connection = database.connect()) {
            evolution.start(connection);
            assertThat(Scripts.rowsThatStop(connection, evolution.forward()))
                    .singleElement()
                    .asString()
                    .contains("(app_org_id) NOT IN ('NONE', 'WSDL')");
            int failed = Scripts.runFrom(0, connection, evolution.forward());
            assertThat(failed).isLessThan(Scripts.steps(evolution.forward()).size());

            run(connection, "UPDATE version SET definition = NULL");
            assertThat(Scripts.runFrom(failed, connection, evolution.forward()))
                    .isEqualTo(Scripts.steps(evolution.forward()).size());
        }
    }

    /** The scripts of a case between its two models. */
    private record Evolution(Dialect dialect, Snapshot before, DraftScript scripts) {

        static Evolution of(String folder, String name, String... intents) throws IOException {
            Dialect dialect = Dialects.ALL.stream()
                    .filter(each -> each.name().equals(name))
                    .findFirst()
                    .orElseThrow();
            Snapshot before = read(folder, "before.json");
            Draft draft = MigratingDatabase.draft(
                    before, read(folder, "after.json").model(), CaseIntents.parse(List.of(intents)), List.of(dialect));
            return new Evolution(dialect, before, draft.scripts().get(name));
        }

        private static Snapshot read(String folder, String file) throws IOException {
            return SnapshotReader.read(Files.readString(CASES.resolve(folder).resolve(file)), file);
        }

        /** The schema before, with rows. */
        PhysicalSchema start(Connection connection) throws SQLException {
            Scripts.run(connection, MigratingDatabase.fromNothing(before.model(), dialect));
            SampleRows.insert(connection, before.model().on(dialect.name()));
            return DatabaseInspector.forDialect(dialect.name()).inspect(connection);
        }

        String forward() {
            return scripts.script();
        }

        String undo() {
            return scripts.undo();
        }
    }

    private static void run(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
