package dev.accrete.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accrete.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C in the middle: processes that are interrupted while they work, and what they leave. */
class InterruptTest {

    @TempDir
    Path folder;

    private CompiledProject project;

    @BeforeEach
    void aSavedMigration() {
        project = CompiledProject.shop(folder);
    }

    @Test
    void aMigrationOnPostgresqlIsTakenUpWhereItStopped() throws Exception {
        addPhone("SELECT pg_sleep(60)");
        try (TestDatabase database = TestDatabase.create("postgresql")) {
            RunningCommand process = start(
                    Map.of("ACCRETE_PASSWORD", database.password()),
                    "migrate",
                    "--url",
                    database.url(),
                    "--user",
                    database.user());
            RunningCommand.await(() -> sessions(database, "%pg_sleep%") == 1);
            interrupt(process);

            assertThat(process.status()).isEqualTo(ExitCode.INTERRUPTED.number());
            assertThat(ProjectFixture.read(folder.resolve("err"))).contains("interrupted: ");
            database.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE '%pg_sleep%'"
                    + " AND pid <> pg_backend_pid()");
            RunningCommand.await(() -> project.run(database, "status").out().contains("\ninterrupted V0002 add_phone"));

            correct("SELECT pg_sleep(60)");
            CommandRun resumed = project.run(database, "resume");

            assertThat(resumed.out()).as(resumed.err()).isEqualTo("applied V0002 add_phone\n");
            assertThat(project.run(database, "verify").status()).isZero();
        }
    }

    @Test
    void aMigrationOnH2IsTakenUpWhereItStopped() throws Exception {
        String slow = "SELECT COUNT(*) FROM system_range(1, 1000000) a, system_range(1, 1000000) b";
        addPhone(slow);
        String[] where = {"--url", "jdbc:h2:file:" + folder.resolve("app"), "--user", "sa"};
        RunningCommand process = start(Map.of(), and("migrate", where));
        RunningCommand.await(() -> ProjectFixture.read(folder.resolve("err")).contains("applying V0002"));
        Thread.sleep(2000);
        interrupt(process);

        assertThat(process.status()).isEqualTo(ExitCode.INTERRUPTED.number());
        CommandRun status = project.run(and("status", where));
        assertThat(status.out()).as(status.err()).contains("V0002 add_phone");
        assertThat(status.status()).isEqualTo(ExitCode.FOUND.number());

        correct(slow);
        CommandRun resumed = project.run(and("resume", where));
        assertThat(resumed.out()).as(resumed.err()).isEqualTo("applied V0002 add_phone\n");
        assertThat(project.run(and("verify", where)).status()).isZero();
    }

    @Test
    void aBackupLeavesNothingHalfDone() throws Exception {
        Path slow = Files.createDirectories(folder.resolve("bin")).resolve("pg_dump");
        Files.writeString(
                slow,
                "#!/bin/sh\n[ \"$1\" = --version ] && { echo 'pg_dump (PostgreSQL) 99.0'; exit; }\necho $$ > "
                        + folder.resolve("pid") + "\nexec sleep 300\n");
        Files.setPosixFilePermissions(slow, PosixFilePermissions.fromString("rwx------"));
        try (TestDatabase database = project.migrated("postgresql")) {
            RunningCommand process = start(
                    Map.of(
                            "ACCRETE_PASSWORD",
                            database.password(),
                            "ACCRETE_PG_BIN",
                            slow.getParent().toString()),
                    "backup",
                    "--url",
                    database.url(),
                    "--user",
                    database.user());
            RunningCommand.await(() -> Files.exists(folder.resolve("pid"))
                    && !ProjectFixture.read(folder.resolve("pid")).isBlank());
            long program =
                    Long.parseLong(ProjectFixture.read(folder.resolve("pid")).strip());
            interrupt(process);

            RunningCommand.await(() -> ProcessHandle.of(program).isEmpty());
            assertThat(ProjectFixture.tree(folder.resolve("backups"))).isEmpty();
        }
    }

    @Test
    void aRestoreLeavesTheOldData() throws Exception {
        Optional<Path> programs = InstalledPostgres.programs();
        Assumptions.assumeTrue(
                programs.isPresent(), "no PostgreSQL with server and client programs is installed on this machine");
        try (InstalledPostgres server = InstalledPostgres.start(programs.get())) {
            String url = server.url("postgres");
            Map<String, String> environment = Map.of(
                    "ACCRETE_PASSWORD", "x", "ACCRETE_PG_BIN", server.bin().toString());
            String[] where = {"--url", url, "--user", "postgres"};
            assertThat(CommandRun.in(folder, environment, and("migrate", where)).status())
                    .isZero();
            assertThat(CommandRun.in(folder, environment, and("backup", where)).status())
                    .isZero();
            try (Connection reader = DriverManager.getConnection(url, "postgres", "")) {
                reader.createStatement().execute("INSERT INTO users (id, email) VALUES (1, 'late')");
                reader.setAutoCommit(false);
                // The restore can't drop what this session reads, and waits.
                reader.createStatement().executeQuery("SELECT * FROM users").close();
                RunningCommand process = start(environment, and("restore", and("--force", and("--yes", where))));
                RunningCommand.await(() -> count(
                                url,
                                "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE 'DROP SCHEMA%'")
                        == 1);
                interrupt(process);
                reader.rollback();
            }
            RunningCommand.await(
                    () -> count(url, "SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'DROP SCHEMA%'") == 0);
            assertThat(count(url, "SELECT count(*) FROM users WHERE email = 'late'"))
                    .isEqualTo(1);
        }
    }

    private void addPhone(String slow) {
        project.compile(CompiledProject.USER.formatted("    String phone;\n"), CompiledProject.ORDER);
        assertThat(project.run("save", "add phone").status()).isZero();
        for (String dialect : List.of("h2", "postgresql")) {
            Path script = project.migrations().resolve(dialect + "/V0002__add_phone.sql");
            ProjectFixture.write(
                    script, ProjectFixture.read(script) + "\n-- accrete:step 2 autocommit wait\n" + slow + ";\n");
        }
        assertThat(project.run("seal").status()).isZero();
    }

    private void correct(String slow) {
        for (String dialect : List.of("h2", "postgresql")) {
            Path script = project.migrations().resolve(dialect + "/V0002__add_phone.sql");
            ProjectFixture.write(script, ProjectFixture.read(script).replace(slow, "SELECT 1"));
        }
        assertThat(project.run("seal").status()).isZero();
    }

    private static String[] and(String first, String... more) {
        List<String> all = new ArrayList<>(List.of(first));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private RunningCommand start(Map<String, String> environment, String... arguments) throws IOException {
        return RunningCommand.start(folder, folder, environment, arguments);
    }

    private static void interrupt(RunningCommand command) throws IOException, InterruptedException {
        assertThat(command.process().isAlive()).isTrue();
        command.interrupt();
    }

    private static long sessions(TestDatabase database, String query) throws SQLException {
        try (Connection connection = database.connect()) {
            return count(
                    connection,
                    "SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND pid <> pg_backend_pid() AND query LIKE '"
                            + query + "'");
        }
    }

    private static long count(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, "postgres", "")) {
            return count(
                    connection,
                    sql.replace(
                            "FROM pg_stat_activity WHERE", "FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND"));
        }
    }

    private static long count(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
