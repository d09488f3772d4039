package dev.accrete.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accrete.schema.inspect.DatabaseInspector;
import dev.accrete.schema.inspect.InspectionScope;
import dev.accrete.testkit.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Everything that may be wrong with files, history or database when {@code migrate} is to apply a third migration: on both
 * databases, the code, a word of the remedy, the exit code, one message, and nothing changed.
 */
class BadInputMatrixTest {

    @TempDir
    Path folder;

    private ProjectFixture project;

    @BeforeEach
    void threeMigrations() {
        project = ProjectFixture.maven(folder);
        for (String table : List.of("users", "teams", "rooms")) {
            assertThat(project.draft(table).run("save", "add " + table).status())
                    .isZero();
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            applied script altered      | ACC-R005 | restore      | 1
            pending script altered      | ACC-R021 | seal         | 1
            applied script missing      | ACC-R004 | restore      | 1
            pending script missing      | ACC-R004 | restore      | 1
            script truncated            | ACC-F204 | close        | 1
            script empty                | ACC-F201 | put           | 1
            script not UTF-8            | ACC-F107 | UTF-8        | 1
            script with COPY            | ACC-F205 | INSERT       | 1
            catalog missing             | ACC-C001 | --dir        | 1
            catalog truncated           | ACC-F105 | seal         | 1
            catalog out of order        | ACC-F103 | restore      | 1
            catalog with duplicate      | ACC-F104 | rebase       | 1
            catalog with conflict       | ACC-F101 | rebase       | 1
            catalog from the future     | ACC-F102 | newer        | 1
            history row deleted         | ACC-R006 | stamp        | 1
            history checksum edited     | ACC-R005 | restore      | 1
            history state edited        | ACC-R003 | by hand      | 1
            history of another tool     | ACC-R003 | HISTORY_TABLE | 1
            newer breaking migration    | ACC-R007 | newer        | 1
            table exists                | ACC-R011 | stamp        | 1
            database read-only          | 2500     | read-only    | 5
            no privileges               | ACC-R    | give         | 5
            wrong password              | ACC-R001 | password     | 5
            unreachable                 | ACC-R001 | server       | 5
            unknown instance            | ACC-C016 | add          | 1
            unknown target              | ACC-C020 | name         | 1
            full disk                   | 53100    | remove       | 5
            """)
    void isSaidOnceWithARemedyAndChangesNothing(String fault, String code, String remedy, int status) throws Exception {
        for (String dialect : List.of("h2", "postgresql")) {
            if (dialect.equals("h2") && (fault.equals("full disk") || fault.equals("database read-only"))) {
                // H2 has no such answer to give: FullDiskTest fills one, the runtime's BadInputTest opens a file for
                // reading.
                continue;
            }
            Path each = Files.createDirectories(folder.resolve("each-" + dialect));
            ProjectFixture.tree(folder.resolve("src"))
                    .forEach((file, text) ->
                            ProjectFixture.write(each.resolve("src").resolve(file), text));
            ProjectFixture.write(each.resolve("pom.xml"), "<project/>\n");
            try (TestDatabase database = TestDatabase.create(dialect)) {
                List<String> arguments = new ArrayList<>(List.of("migrate"));
                CommandRun before =
                        run(each, database, database.user(), database.password(), "migrate", "--to", "V0002");
                assertThat(before.status()).as(before.err()).isZero();
                String user = database.user();
                String password = database.password();
                String url = database.url();
                switch (fault) {
                    case "no privileges" -> {
                        user = "reader_of_" + dialect;
                        password = "reader";
                        url = url.replace(";DB_CLOSE_DELAY=-1", "");
                        database.execute("CREATE USER " + user + " PASSWORD 'reader'");
                    }
                    case "wrong password" -> {
                        user = dialect.equals("h2") ? "sa" : "nobody_" + System.nanoTime();
                        password = "wr0ng";
                    }
                    case "unreachable" ->
                        url = dialect.equals("h2") ? "jdbc:h2:tcp://localhost:1/x" : "jdbc:postgresql://localhost:1/x";
                    case "unknown target" -> arguments.addAll(List.of("--to", "V0009"));
                    case "unknown instance" -> {}
                    default -> spoil(fault, dialect, each.resolve("src/main/resources/db/migration"), database);
                }
                String there = state(database);

                if (fault.equals("unknown instance")) {
                    ProjectFixture.write(each.resolve("accrete.properties"), "dev.url=" + url + "\n");
                    arguments.addAll(List.of("-i", "nobody"));
                } else {
                    arguments.addAll(List.of("--url", url, "--user", user));
                }
                CommandRun refused =
                        CommandRun.in(each, Map.of("ACCRETE_PASSWORD", password), arguments.toArray(String[]::new));

                String text = dialect + ": " + refused.err();
                assertThat(refused.status()).as(text).isEqualTo(status);
                assertThat(text)
                        .contains(code)
                        .contains("\n  fix: ")
                        .contains(remedy)
                        .doesNotContain("\tat ", "wr0ng");
                assertThat(text.split("\n  fix: ", -1)).as(text).hasSize(2);
                assertThat(refused.out()).isEmpty();
                assertThat(state(database)).isEqualTo(there);
                if (fault.equals("no privileges") && dialect.equals("postgresql")) {
                    database.execute("DROP OWNED BY " + user, "DROP ROLE " + user);
                }
            }
        }
    }

    private static void spoil(String fault, String dialect, Path migrations, TestDatabase database)
            throws IOException, SQLException {
        Path catalog = migrations.resolve("catalog");
        String[] lines = ProjectFixture.read(catalog).split("\n");
        Path applied = migrations.resolve(dialect + "/V0001__add_users.sql");
        Path pending = migrations.resolve(dialect + "/V0003__add_rooms.sql");
        String script = ProjectFixture.read(pending);
        switch (fault) {
            case "applied script altered" -> replace(applied, "bigint", "integer");
            case "pending script altered" -> replace(pending, "bigint", "integer");
            case "applied script missing" -> Files.delete(applied);
            case "pending script missing" -> Files.delete(pending);
            case "script truncated" -> ProjectFixture.write(pending, script + "INSERT INTO rooms VALUES ('");
            case "script empty" -> ProjectFixture.write(pending, "");
            case "script not UTF-8" ->
                Files.write(pending, (script + "-- Gr\u00fc\u00dfe\n").getBytes(StandardCharsets.ISO_8859_1));
            case "script with COPY" -> ProjectFixture.write(pending, script + "COPY rooms FROM STDIN;\n");
            case "catalog missing" -> Files.delete(catalog);
            case "catalog truncated" ->
                ProjectFixture.write(catalog, lines[0] + "\n" + lines[1] + "\n" + lines[2].substring(0, 30));
            case "catalog out of order" ->
                ProjectFixture.write(catalog, lines[0] + "\n" + lines[2] + "\n" + lines[1] + "\n");
            case "catalog with duplicate" ->
                ProjectFixture.write(catalog, lines[0] + "\n" + lines[1] + "\n" + lines[1] + "\n");
            case "catalog with conflict" ->
                ProjectFixture.write(
                        catalog,
                        lines[0] + "\n<<<<<<< HEAD\n" + lines[1] + "\n=======\n" + lines[2] + "\n>>>>>>> mine\n");
            case "catalog from the future" -> replace(catalog, " 1:", " 2:");
            case "history row deleted" -> database.execute("DELETE FROM schema_migrations WHERE version = 1");
            case "history checksum edited" ->
                database.execute(
                        "UPDATE schema_migrations SET checksum = '1:00000000000000000000000000000000' WHERE version = 1");
            case "history state edited" -> database.execute("UPDATE schema_migrations SET state = 'done'");
            case "history of another tool" ->
                database.execute(
                        "DROP TABLE schema_migrations",
                        "CREATE TABLE schema_migrations (version varchar(255) PRIMARY KEY)");
            case "newer breaking migration" ->
                database.execute(
                        "INSERT INTO schema_migrations SELECT * FROM schema_migrations WHERE 1 = 0",
                        "UPDATE schema_migrations SET version = 7, description = 'other', verdict = 'breaking',"
                                + " catalog_hash = '1:00000000000000000000000000000000' WHERE version = 2",
                        "DELETE FROM schema_migrations WHERE version = 99");
            case "table exists" -> database.execute("CREATE TABLE rooms (id integer)");
            case "database read-only" ->
                database.execute("ALTER DATABASE "
                        + database.url().substring(database.url().lastIndexOf('/') + 1)
                        + " SET default_transaction_read_only = on");
            case "full disk" ->
                database.execute(
                        "CREATE FUNCTION full_disk() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN"
                                + " RAISE EXCEPTION 'could not extend file' USING errcode = '53100'; END $$",
                        "CREATE EVENT TRIGGER full_disk ON ddl_command_start WHEN TAG IN ('CREATE TABLE')"
                                + " EXECUTE FUNCTION full_disk()");
            default -> throw new IllegalArgumentException(fault);
        }
    }

    private static void replace(Path file, String from, String to) {
        ProjectFixture.write(file, ProjectFixture.read(file).replace(from, to));
    }

    private static CommandRun run(Path root, TestDatabase database, String user, String password, String... more) {
        List<String> all = new ArrayList<>(List.of(more));
        all.addAll(List.of("--url", database.url(), "--user", user));
        return CommandRun.in(root, Map.of("ACCRETE_PASSWORD", password), all.toArray(String[]::new));
    }

    /** All tables, and what the history says but for why something failed. */
    private static String state(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM schema_migrations ORDER BY 1")) {
            StringBuilder text = new StringBuilder();
            while (rows.next()) {
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    text.append(rows.getString(i)).append('|');
                }
                boolean failed = text.toString().contains("|failed|");
                text.append(failed ? "" : "\n");
                if (failed) {
                    text.setLength(text.lastIndexOf("\n") + 1);
                }
            }
            return text
                    + DatabaseInspector.forDialect(database.dialect())
                            .inspect(connection, InspectionScope.everything())
                            .toString();
        }
    }
}
