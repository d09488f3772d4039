package dev.accrete.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accrete.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be wrong when a database is to be migrated: one message with a code and what to do, and nothing changes. */
class BadDatabaseTest {

    @TempDir
    Path folder;

    private ProjectFixture project;

    @BeforeEach
    void twoMigrations() {
        project = ProjectFixture.maven(folder);
        for (String table : List.of("users", "teams")) {
            assertThat(project.draft(table).run("save", "add " + table).err()).isEmpty();
        }
    }

    @Test
    void aDriverThatIsNotThereIsNamed() {
        CommandRun run = migrate("jdbc:oracle:thin:@localhost:1521/shop", "scott", "");

        assertOne(run, "ACC-R001", "driver");
    }

    @Test
    void aServerThatDoesNotAnswerIsNamed() {
        CommandRun run = migrate("jdbc:postgresql://localhost:1/shop", "shop", "");

        assertOne(run, "ACC-R001", "localhost:1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void aWrongPasswordIsToldWithoutShowingIt(String dialect) throws SQLException {
        try (TestDatabase database = TestDatabase.create(dialect)) {
            String user = "accrete_guest";
            database.execute("CREATE USER " + user + " PASSWORD 'right'");

            CommandRun run = migrate(database.url(), user, "wr0ng-one");

            // The test server of PostgreSQL trusts everybody; a user that does not exist is as good.
            CommandRun refused =
                    dialect.equals("h2") ? run : migrate(database.url(), "nobody_of_this_name", "wr0ng-one");
            assertOne(refused, "ACC-R001", "password");
            assertThat(refused.err()).doesNotContain("wr0ng-one");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void aHistoryTableOfAnotherToolIsLeftAlone(String dialect) throws SQLException {
        try (TestDatabase database = TestDatabase.create(dialect)) {
            database.execute("CREATE TABLE schema_migrations (version varchar(255) PRIMARY KEY)");

            assertOne(migrate(database), "ACC-R003", "ACCRETE_HISTORY_TABLE");
            assertThat(tables(database)).containsExactly("schema_migrations");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void aMissingScriptStopsEverythingBeforeItStarts(String dialect) throws SQLException, IOException {
        try (TestDatabase database = TestDatabase.create(dialect)) {
            Files.delete(project.migrations().resolve(dialect + "/V0002__add_teams.sql"));

            assertOne(migrate(database), "V0002__add_teams.sql", "restore");
            assertThat(tables(database)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void aScriptThatWasEditedAfterItWasAppliedIsRefused(String dialect) throws SQLException, IOException {
        try (TestDatabase database = TestDatabase.create(dialect)) {
            assertThat(migrate(database).status()).isZero();
            Path script = project.migrations().resolve(dialect + "/V0001__add_users.sql");
            Files.writeString(script, Files.readString(script).replace("id bigint", "id integer"));
            List<String> before = tables(database);

            assertOne(migrate(database), "V0001__add_users.sql", "restore");
            assertThat(tables(database)).isEqualTo(before);
        }
    }

    private CommandRun migrate(TestDatabase database) {
        return migrate(database.url(), database.user(), database.password());
    }

    private CommandRun migrate(String url, String user, String password) {
        return CommandRun.in(folder, Map.of("ACCRETE_PASSWORD", password), "migrate", "--url", url, "--user", user);
    }

    private static void assertOne(CommandRun run, String... texts) {
        assertThat(run.status()).isNotZero();
        assertThat(run.err()).contains(texts).doesNotContain("\tat ");
        assertThat(run.err().split("\\[ACC-", -1)).as(run.err()).hasSize(2);
    }

    private static List<String> tables(TestDatabase database) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Connection connection = database.connect();
                ResultSet tables = connection
                        .getMetaData()
                        .getTables(null, connection.getSchema(), "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (tables.next()) {
                names.add(tables.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
            }
        }
        return names;
    }
}
