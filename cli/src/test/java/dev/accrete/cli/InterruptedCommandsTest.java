package dev.accrete.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accrete.testkit.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Ctrl-C in the middle of each command that writes: the same command, run again, ends where an undisturbed run does. On
 * PostgreSQL a lock holds the command where it writes; on H2 and in a project's files it is interrupted at some moments of
 * its run. {@link InterruptTest} has backup and restore.
 */
class InterruptedCommandsTest {

    /** Parts of the time that an undisturbed run takes; before the first, the virtual machine starts. */
    private static final double[] MOMENTS = {0.6, 0.8, 0.95};

    /** Compiled once, with the statement that fails and without, and then copied. */
    private static final Map<Boolean, Map<String, String>> PROJECTS = new HashMap<>();

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "migrate",
                "migrate-all dev",
                "resume",
                "skip V0003 2 1 --yes",
                "revert --yes",
                "rollback V0001 --yes",
                "stamp",
                "adopt",
                "adopt --create-missing",
                "reset --force",
                "seed"
            })
    void onPostgresqlWhereItWrites(String command) throws Exception {
        CompiledProject project = threeMigrations(folder, command);
        try (TestDatabase database = TestDatabase.create("postgresql")) {
            instance(database);
            Map<String, String> environment = Map.of("ACCRETE_PASSWORD", database.password());
            prepare(command, database, environment);
            String locked = command.startsWith("seed") || command.startsWith("reset") || command.contains("missing")
                    ? "users"
                    : "schema_migrations";
            RunningCommand running;
            try (Connection blocker = database.connect()) {
                blocker.setAutoCommit(false);
                blocker.createStatement()
                        .execute("LOCK TABLE " + locked + " IN "
                                + (command.contains("missing") ? "ROW EXCLUSIVE" : "SHARE") + " MODE");
                running = RunningCommand.start(project.root(), folder, environment, command.split(" "));
                RunningCommand.await(() -> count(
                                        database,
                                        "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
                                                + " AND datname = current_database()")
                                > 0
                        || !running.process().isAlive());
                assertThat(running.process().isAlive())
                        .as(running.err() + ProjectFixture.read(folder.resolve("out")))
                        .isTrue();
                running.interrupt();
                blocker.rollback();
            }
            assertThat(running.status()).isEqualTo(ExitCode.INTERRUPTED.number());
            assertThat(running.err()).contains("interrupted: ");
            // The server notices that nobody listens when it has the lock.
            RunningCommand.await(() -> count(
                            database,
                            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                                    + " AND pid <> pg_backend_pid()")
                    == 0);

            againAndThere(command, database, environment);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"migrate", "revert --yes", "rollback V0001 --yes", "stamp", "adopt", "reset --force", "seed"})
    void onH2AtSeveralMoments(String command) throws Exception {
        long millis = 0;
        for (int i = -1; i < MOMENTS.length; i++) {
            Path each = Files.createDirectories(folder.resolve("run" + i));
            CompiledProject project = threeMigrations(each, command);
            ProjectFixture.write(each.resolve("accrete.properties"), "dev.url=jdbc:h2:file:./app\ndev.user=sa\n");
            TestDatabase database = new TestDatabase("h2", "jdbc:h2:file:" + each.resolve("app"), "sa", "", () -> {});
            prepare(each, command, database, Map.of());
            long start = System.nanoTime();
            RunningCommand running = RunningCommand.start(project.root(), each, Map.of(), command.split(" "));
            if (i < 0) {
                assertThat(running.status()).as(running.err()).isZero();
                millis = (System.nanoTime() - start) / 1_000_000;
                there(each, command, database, Map.of());
            } else {
                Thread.sleep((long) (millis * MOMENTS[i]));
                running.interrupt();
                assertThat(running.status()).as(running.err()).isIn(0, ExitCode.INTERRUPTED.number());
                if (running.status() != 0) {
                    again(each, command, Map.of());
                }
                there(each, command, database, Map.of());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "save more",
                "seal",
                "squash --to V0003",
                "init",
                "diagram --output schema.html",
                "review --output review.md"
            })
    void inTheFilesOfAProject(String command) throws Exception {
        TreeMap<String, String> done = new TreeMap<>();
        long millis = 0;
        for (int i = -1; i < MOMENTS.length; i++) {
            Path each = Files.createDirectories(folder.resolve("run" + i));
            CompiledProject project = threeMigrations(each, "");
            project.compile(
                    CompiledProject.USER.formatted("    String phone;\n    String fax;\n    String web;\n"),
                    CompiledProject.ORDER);
            if (command.equals("seal")) {
                Path script = project.migrations().resolve("h2/V0003__add_fax.sql");
                ProjectFixture.write(script, ProjectFixture.read(script).replace("255", "250"));
            }
            TreeMap<String, String> before = files(each);
            long start = System.nanoTime();
            RunningCommand running = RunningCommand.start(each, folder, Map.of(), command.split(" "));
            if (i < 0) {
                assertThat(running.status()).as(running.err()).isZero();
                millis = (System.nanoTime() - start) / 1_000_000;
                done = files(each);
                assertThat(done).isNotEqualTo(before);
            } else {
                Thread.sleep((long) (millis * MOMENTS[i]));
                running.interrupt();
                assertThat(running.status()).as(running.err()).isIn(0, ExitCode.INTERRUPTED.number());
                if (!files(each).equals(done)) {
                    CommandRun again = CommandRun.in(each, command.split(" "));
                    assertThat(again.status()).as(again.err()).isZero();
                }
                assertThat(files(each)).isEqualTo(done);
            }
        }
    }

    /** What a person keeps: the class output is the next compile's, whatever a command has put there. */
    private static TreeMap<String, String> files(Path root) {
        TreeMap<String, String> files = ProjectFixture.tree(root);
        files.keySet().removeIf(file -> file.startsWith("target/"));
        return files;
    }

    /** V0001 has the shop, V0002 a phone, V0003 a fax and, for what fails, a statement that can't run yet. */
    private static CompiledProject threeMigrations(Path root, String command) {
        Map<String, String> files = PROJECTS.computeIfAbsent(fails(command), fails -> {
            CompiledProject made = made(root, fails);
            return ProjectFixture.tree(made.root());
        });
        files.forEach((file, text) -> ProjectFixture.write(root.resolve(file), text));
        return new CompiledProject(root);
    }

    private static CompiledProject made(Path root, boolean fails) {
        CompiledProject project = CompiledProject.shop(root);
        project.compile(CompiledProject.USER.formatted("    String phone;\n"), CompiledProject.ORDER);
        assertThat(project.run("save", "add phone").status()).isZero();
        project.compile(CompiledProject.USER.formatted("    String phone;\n    String fax;\n"), CompiledProject.ORDER);
        assertThat(project.run("save", "add fax").status()).isZero();
        if (fails) {
            for (String dialect : List.of("h2", "postgresql")) {
                Path script = project.migrations().resolve(dialect + "/V0003__add_fax.sql");
                ProjectFixture.write(
                        script,
                        ProjectFixture.read(script)
                                + "\n-- accrete:step 2 autocommit later\nSELECT 1 / (SELECT COUNT(*) FROM users);\n");
            }
            assertThat(project.run("seal").status()).isZero();
        }
        ProjectFixture.write(
                root.resolve("src/main/resources/db/seed/1.sql"),
                "INSERT INTO users (id, email) VALUES (7, 'seed');\n");
        return project;
    }

    private static boolean fails(String command) {
        return command.matches("(resume|skip|revert).*");
    }

    private void instance(TestDatabase database) {
        ProjectFixture.write(
                folder.resolve("accrete.properties"),
                "dev.url=" + database.url() + "\ndev.user=" + database.user() + "\n");
    }

    private void prepare(String command, TestDatabase database, Map<String, String> environment) throws SQLException {
        prepare(folder, command, database, environment);
    }

    private static void prepare(Path root, String command, TestDatabase database, Map<String, String> environment)
            throws SQLException {
        if (fails(command)) {
            assertThat(CommandRun.in(root, environment, "migrate").status()).isEqualTo(ExitCode.DATABASE.number());
            if (!command.startsWith("revert")) {
                database.execute("INSERT INTO users (id, email) VALUES (1, 'a')");
            }
        } else if (command.startsWith("migrate")) {
            assertThat(CommandRun.in(root, environment, "migrate", "--to", "V0001")
                            .status())
                    .isZero();
        } else {
            assertThat(CommandRun.in(root, environment, "migrate").status()).isZero();
        }
        if (command.equals("stamp") || command.equals("adopt")) {
            database.execute("DELETE FROM schema_migrations WHERE version <> 1");
        }
        if (command.contains("missing")) {
            database.execute("DROP TABLE orders", "DROP TABLE schema_migrations");
        }
    }

    private void againAndThere(String command, TestDatabase database, Map<String, String> environment)
            throws SQLException {
        again(folder, command, environment);
        there(folder, command, database, environment);
    }

    /** Whatever was recorded as done is not done again, so that there may be nothing left. */
    private static void again(Path root, String command, Map<String, String> environment) {
        CommandRun again = CommandRun.in(root, environment, command.split(" "));
        boolean wasDone = again.status() == ExitCode.REFUSED.number()
                && (again.err().contains("ACC-C034") && command.startsWith("revert")
                        || again.err().contains("ACC-C037") && command.equals("seed")
                        || again.err().contains("ACC-C041"));
        assertThat(again.status() == 0 || wasDone).as(again.err() + again.out()).isTrue();
    }

    private static void there(Path root, String command, TestDatabase database, Map<String, String> environment)
            throws SQLException {
        int applied = command.startsWith("rollback") ? 1 : command.startsWith("revert") ? 2 : 3;
        assertThat(count(database, "SELECT count(*) FROM schema_migrations WHERE state = 'applied'"))
                .isEqualTo(applied);
        CommandRun status = CommandRun.in(root, environment, "status");
        assertThat(status.status())
                .as(status.out() + status.err())
                .isEqualTo(applied == 3 ? 0 : ExitCode.FOUND.number());
        assertThat(status.out()).doesNotContain("problem");
        if (command.equals("seed")) {
            assertThat(count(database, "SELECT count(*) FROM users")).isEqualTo(1);
        }
    }

    private static long count(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
