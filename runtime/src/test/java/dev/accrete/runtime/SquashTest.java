package dev.accrete.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accrete.runtime.format.Catalog;
import dev.accrete.runtime.format.CatalogLine;
import dev.accrete.runtime.format.Checksum;
import dev.accrete.runtime.format.MigrationVersion;
import dev.accrete.runtime.format.ResourceNames;
import dev.accrete.runtime.format.Script;
import dev.accrete.testkit.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A catalog that begins with a squash, on databases that have all, a part or nothing of what it stands for. */
class SquashTest {

    private static final String ALL = "all_so_far";

    private static MemorySource before(String dialect) {
        return new MemorySource(dialect)
                .save("first", "create table a (id integer);")
                .save("second", "create table b (id integer);")
                .save("third", "insert into b values (1);");
    }

    /** V0003 in the place of three; {@code later} migrations come after it. */
    private static MemorySource squashed(String dialect, MemorySource before, int later) {
        MemorySource squashed = new MemorySource(dialect);
        MigrationVersion last = new MigrationVersion(3);
        Catalog old = Catalog.parse(before.text(ResourceNames.CATALOG), "catalog");
        String script = "-- accrete:migration V0003 " + ALL + " " + dialect + "\n-- accrete:squashes V0001 V0003 "
                + old.line(last).orElseThrow().hash() + "\n-- accrete:step 1 " + squashed.mode()
                + "\ncreate table a (id integer);\ncreate table b (id integer);\ninsert into b values (1);\n";
        String path = ResourceNames.script(dialect, last, ALL);
        String hash = Catalog.hash("", last, ALL, Map.of(dialect, Checksum.of(Script.parse(script, path))));
        squashed.put(path, script)
                .put(
                        ResourceNames.undoScript(dialect, last, ALL),
                        "-- accrete:undo V0003 " + ALL + " " + dialect + "\n-- accrete:step 1 " + squashed.mode()
                                + "\ndrop table b;\ndrop table a;\n");
        squashed.begin(new Catalog(List.of(new CatalogLine(last, ALL, hash))));
        return later == 0
                ? squashed
                : squashed.save("fourth", "create table d (id integer);").undo("drop table d;");
    }

    private static Accrete accrete(TestDatabase database, MemorySource source) {
        return builder(database, source).build();
    }

    private static Accrete.Builder builder(TestDatabase database, MemorySource source) {
        return Accrete.builder().dataSource(database.dataSource()).source(source);
    }

    private static List<String> applied(MigrationReport report) {
        return report.applied().stream().map(MigrationReport.Applied::version).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void aNewDatabaseRunsTheSquashAndWhatFollows(String dialect) throws SQLException {
        try (TestDatabase database = TestDatabase.create(dialect)) {
            Accrete accrete = accrete(database, squashed(dialect, before(dialect), 1));

            assertThat(applied(accrete.migrate())).containsExactly("V0003", "V0004");
            assertThat(TestRows.query(database, "select id from b")).containsExactly("1");
            assertThat(applied(accrete.migrate())).isEmpty();
            assertThat(applied(accrete.rollback("main", 3))).containsExactly("V0004");
            assertThat(applied(accrete.rollback("main", 0))).containsExactly("V0003");
            assertThat(applied(accrete.migrate())).containsExactly("V0003", "V0004");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void aDatabaseThatHasAllGoesOnWithOneQueryAndSoDoesTheVersionFromBefore(String dialect) throws SQLException {
        try (TestDatabase database = TestDatabase.create(dialect)) {
            MemorySource before = before(dialect);
            Accrete old = accrete(database, before);
            old.migrate();
            SpyDataSource spy = new SpyDataSource(database.dataSource());
            Accrete atHead = Accrete.builder()
                    .dataSource(spy.dataSource())
                    .source(squashed(dialect, before, 0))
                    .build();

            assertThat(applied(atHead.migrate())).isEmpty();
            assertThat(spy.statements).hasValue(1);
            assertThat(atHead.status().get(0).isPending()).isFalse();
            assertThat(atHead.status().get(0).problems()).isEmpty();

            Accrete later = accrete(database, squashed(dialect, before, 1));
            assertThat(applied(later.migrate())).containsExactly("V0004");
            assertThat(applied(later.migrate())).isEmpty();
            assertThat(applied(old.migrate()))
                    .as("rolled back to the version before")
                    .isEmpty();
            assertThat(TestRows.query(database, "select version from schema_migrations order by version"))
                    .containsExactly("1", "2", "3", "4");
        }
    }

    /** A migration behind the squash gets another hash, which is no reason to refuse a start that only verifies. */
    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void whatIsBehindTheSquashNeedsNothingButItsNewHash(String dialect) throws SQLException {
        try (TestDatabase database = TestDatabase.create(dialect)) {
            MemorySource before = before(dialect);
            MemorySource longer = before(dialect).save("fourth", "create table d (id integer);");
            accrete(database, longer).migrate();
            MemorySource squashed = squashed(dialect, before, 1);

            builder(database, squashed).mode(MigrationMode.VERIFY).build().migrate();
            assertThat(applied(accrete(database, squashed).migrate())).isEmpty();
            assertThat(TestRows.query(database, "select catalog_hash from schema_migrations where version = 4"))
                    .containsExactly(Catalog.parse(squashed.text(ResourceNames.CATALOG), "catalog")
                            .head()
                            .orElseThrow()
                            .hash());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void aDatabaseThatHasAPartIsToldToGetTheRestFirst(String dialect) throws SQLException {
        try (TestDatabase database = TestDatabase.create(dialect)) {
            MemorySource before = before(dialect);
            accrete(
                            database,
                            new MemorySource(dialect)
                                    .save("first", "create table a (id integer);")
                                    .save("second", "create table b (id integer);"))
                    .migrate();
            Accrete squashed = accrete(database, squashed(dialect, before, 1));

            assertThatThrownBy(squashed::migrate)
                    .hasMessage(
                            "main: [ACC-R027] V0003 all_so_far stands for all migrations up to it, and this database"
                                    + " has only those up to V0002 second (applied); nothing was changed\n  fix: start once with"
                                    + " the application's version from before the squash, or run `accrete migrate` with its"
                                    + " migrations, which applies the rest; then start this one     (docs/codes/ACC-R027.md)");
            assertThat(squashed.status().get(0).problems()).hasSize(1);

            accrete(database, before).migrate();
            assertThat(applied(squashed.migrate())).containsExactly("V0004");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void aDatabaseWhoseLastOneIsAnotherIsRefused(String dialect) throws SQLException {
        try (TestDatabase database = TestDatabase.create(dialect)) {
            accrete(
                            database,
                            new MemorySource(dialect)
                                    .save("first", "create table a (id integer);")
                                    .save("second", "create table b (id integer);")
                                    .save("other", "create table c (id integer);"))
                    .migrate();

            assertThatThrownBy(() -> accrete(database, squashed(dialect, before(dialect), 0))
                            .migrate())
                    .hasMessageContaining("this database has another V0003 other (applied)");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void takingEverythingBackUsesTheSquashsUndoScriptOnADatabaseThatHasTheRange(String dialect) throws SQLException {
        try (TestDatabase database = TestDatabase.create(dialect)) {
            MemorySource before = before(dialect);
            accrete(database, before).migrate();
            Accrete squashed = accrete(database, squashed(dialect, before, 1));
            squashed.migrate();

            assertThatThrownBy(() -> squashed.rollback("main", 2)).hasMessageContaining("V0002 is in the squash V0003");
            assertThat(applied(squashed.rollback("main", 3))).containsExactly("V0004");
            assertThat(applied(squashed.rollback("main", 0))).containsExactly("V0003", "V0002", "V0001");
            assertThat(applied(squashed.migrate())).containsExactly("V0003", "V0004");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void aSquashCanBeStamped(String dialect) throws SQLException {
        try (TestDatabase database = TestDatabase.create(dialect)) {
            Accrete squashed = accrete(database, squashed(dialect, before(dialect), 1));

            assertThatThrownBy(() -> squashed.stamp("main", 2, (connection, stream, upTo) -> {}))
                    .hasMessageContaining("the catalog has no migration 2");
            assertThat(applied(squashed.stamp("main", 3, (connection, stream, upTo) -> {})))
                    .containsExactly("V0003");
            assertThat(applied(squashed.migrate())).containsExactly("V0004");
        }
    }

    /** A catalog that lost its first lines is no squash. */
    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void aCatalogWithoutItsFirstLineIsRefused(String dialect) throws SQLException {
        try (TestDatabase database = TestDatabase.create(dialect)) {
            MemorySource source = before(dialect);
            String catalog = source.text(ResourceNames.CATALOG);
            source.put(ResourceNames.CATALOG, catalog.substring(catalog.indexOf('\n') + 1));

            assertThatThrownBy(() -> accrete(database, source).migrate())
                    .hasMessageContaining("[ACC-F103] expected V0001 or a squash and found V0002");
        }
    }
}
