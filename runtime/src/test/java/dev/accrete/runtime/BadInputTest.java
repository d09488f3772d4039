package dev.accrete.runtime;

import static dev.accrete.runtime.TestRows.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accrete.testkit.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files and databases that are not as they should be: one message each, and nothing happens. */
class BadInputTest {

    @Test
    void filesThatCannotBeReadAreNamedWithCodeAndRemedy() throws SQLException {
        try (TestDatabase database = TestDatabase.create("h2")) {
            MemorySource good = two("h2");
            String catalog = good.text("db/migration/catalog");
            String[] lines = catalog.split("\n");

            refused(database, two("h2").put("db/migration/catalog", lines[1] + "\n"), "ACC-F103", "expected V0001");
            refused(database, two("h2").put("db/migration/catalog", catalog + lines[1] + "\n"), "ACC-F104", "rebase");
            refused(
                    database,
                    two("h2").put("db/migration/catalog", catalog.replace(" 1:", " 2:")),
                    "ACC-F102",
                    "newer");
            refused(database, two("h2").put("db/migration/catalog", "<<<<<<< HEAD\n" + catalog), "ACC-F101", "rebase");
            refused(database, two("h2").put("db/migration/catalog", catalog.substring(0, 30)), "ACC-F105", "seal");
            String path = good.scriptPath(2);
            refused(database, two("h2").put(path, good.text(path) + "insert into b values ('"), "ACC-F204", path);
            refused(database, two("h2").put(path, good.text(path) + "copy b from stdin;"), "ACC-F205", path);
            refused(database, two("h2").put(path, "create table b (id int);"), "ACC-F201", path);
            refused(
                    database,
                    two("h2").put("META-INF/accrete/model", "accrete-model 2\n"),
                    "ACC-F301",
                    "META-INF/accrete/model");
            refusedSource(database, new Latin1Source(good, path), "ACC-F107", path);

            assertThatThrownBy(() -> query(database, "select * from schema_migrations"))
                    .isInstanceOf(SQLException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void aHistoryThatWasEditedByHandIsNamed(String dialect) throws SQLException {
        try (TestDatabase database = TestDatabase.create(dialect)) {
            MemorySource source = two(dialect);
            builder(database.dataSource(), source).build().migrate();

            database.execute("delete from schema_migrations where version = 1");
            refused(database, source.save("third", "create table c (id int);"), "ACC-R006", "accrete stamp");
            database.execute("update schema_migrations set version = 1", "update schema_migrations set state = 'done'");
            refused(database, source, "ACC-R003", "edited by hand");
            database.execute("update schema_migrations set state = 'applied', description = 'first'");
            refused(database, source, "ACC-R005");

            assertThatThrownBy(() -> query(database, "select * from c")).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void aReadOnlyDatabaseIsSaidAndKeepsWhatItHas(@TempDir Path folder) throws SQLException {
        try (TestDatabase database = TestDatabase.create("postgresql")) {
            database.execute("alter database " + name(database) + " set default_transaction_read_only = on");
            refused(database, two("postgresql"), "SQL state 25006", "V0001");
        }
        String url = "jdbc:h2:file:" + folder.resolve("db");
        DriverManager.getConnection(url, "sa", "").close();
        DataSource readOnly =
                TestDataSources.of(() -> DriverManager.getConnection(url + ";ACCESS_MODE_DATA=r", "sa", ""));
        assertThatThrownBy(() -> builder(readOnly, two("h2")).build().migrate())
                .hasMessageContainingAll("ACC-R020", "90097", "read-only");
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void missingPrivilegesAreSaidWithWhatToGrant(String dialect) throws SQLException {
        try (TestDatabase database = TestDatabase.create(dialect)) {
            if (dialect.equals("postgresql")) {
                database.execute("drop role if exists reader", "create role reader login password 'reader'");
            } else {
                database.execute("create user reader password 'reader'");
            }
            String url = database.url().replace(";DB_CLOSE_DELAY=-1", "");
            DataSource asReader = TestDataSources.of(() -> DriverManager.getConnection(url, "reader", "reader"));
            assertThatThrownBy(() -> builder(asReader, two(dialect)).build().migrate())
                    .isInstanceOf(AccreteException.class)
                    .hasMessageContaining(dialect.equals("h2") ? "90096" : "42501");
            assertThatThrownBy(() -> query(database, "select * from a")).isInstanceOf(SQLException.class);

            builder(database.dataSource(), two(dialect)).build().migrate();
            assertThatThrownBy(() -> builder(asReader, two(dialect)).build().migrate())
                    .hasMessageContainingAll("ACC-R020", "give the user the right");
        }
    }

    /** No disk is filled here: the server is told to answer as one whose disk is full. */
    @Test
    void aFullDiskIsSaidAndTheNextStartGoesOn() throws SQLException {
        try (TestDatabase database = TestDatabase.create("postgresql")) {
            MemorySource source = two("postgresql").save("third", """
                    do $$ begin
                      if to_regclass('space') is null then
                        raise exception 'could not extend file' using errcode = '53100';
                      end if;
                    end $$;
                    create table c (id int);
                    """);
            refused(database, source, "SQL state 53100", "the migrations before V0003 are applied");

            database.execute("create table space (id int)");
            builder(database.dataSource(), source).build().migrate();
            assertThat(query(database, "select id from c")).isEmpty();
        }
    }

    private static String name(TestDatabase database) {
        return database.url().substring(database.url().lastIndexOf('/') + 1);
    }

    private static MemorySource two(String dialect) {
        return new MemorySource(dialect)
                .save("first", "create table a (id int primary key);")
                .save("second", "create table b (id int);");
    }

    private static void refused(TestDatabase database, MemorySource source, String... words) {
        refusedSource(database, source, words);
    }

    private static void refusedSource(TestDatabase database, MigrationSource source, String... words) {
        assertThatThrownBy(() -> builder(database.dataSource(), source).build().migrate())
                .isInstanceOf(AccreteException.class)
                .hasMessageContainingAll(words)
                .hasMessageContaining("fix: ");
    }

    private static Accrete.Builder builder(DataSource dataSource, MigrationSource source) {
        return Accrete.builder().dataSource(dataSource).source(source).lockWait(Duration.ofSeconds(20));
    }

    /** One of its files was saved by an editor that does not know UTF-8. */
    private record Latin1Source(MemorySource good, String path) implements MigrationSource {

        @Override
        public String name() {
            return good.name();
        }

        @Override
        public InputStream open(String resource) {
            return resource.equals(path)
                    ? new ByteArrayInputStream(
                            (good.text(path) + "-- Gr\u00fc\u00dfe").getBytes(StandardCharsets.ISO_8859_1))
                    : good.open(resource);
        }
    }
}
