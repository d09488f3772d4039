package dev.accrete.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accrete.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Backups of file databases of H2, and of a PostgreSQL server of the version of the client programs on the path: without
 * such programs those tests are skipped, for the server that comes as an artifact has none.
 */
class BackupCommandTest {

    private static final AtomicInteger COUNTER = new AtomicInteger();
    private static InstalledPostgres server;

    @TempDir
    Path folder;

    private CompiledProject project;

    /** A database that a process could open, too. */
    private record Target(String url, String user, String password) {

        Connection connect() throws SQLException {
            return DriverManager.getConnection(url, user, password);
        }

        void execute(String... statements) throws SQLException {
            try (Connection connection = connect();
                    Statement statement = connection.createStatement()) {
                for (String sql : statements) {
                    statement.execute(sql);
                }
            }
        }

        String emails() throws SQLException {
            try (Connection connection = connect();
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("select email from users order by id")) {
                List<String> emails = new ArrayList<>();
                while (rows.next()) {
                    emails.add(rows.getString(1));
                }
                return String.join(",", emails);
            }
        }
    }

    @BeforeEach
    void aSavedMigration() {
        project = CompiledProject.shop(folder);
    }

    @AfterAll
    static void stop() throws IOException {
        if (server != null) {
            server.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void aBackupBringsBackWhatWasThereAndNothingElse(String dialect) throws Exception {
        Target target = shop(dialect);
        CommandRun backup = run(target, "backup", "-i", "shop");
        assertThat(backup.status()).as(backup.err()).isZero();
        assertThat(backup.out()).startsWith("shop: $DIR/backups/shop/database/");
        target.execute(
                "INSERT INTO users (id, email) VALUES (2, 'late')",
                "CREATE TABLE came_later (id integer)",
                "DROP TABLE orders");

        CommandRun refused = run(target, "restore", "-i", "shop");
        assertThat(refused.err()).startsWith("shop: [ACC-C031] the database has tables already; nothing was changed");
        CommandRun asked = run(target, "restore", "-i", "shop", "--force");
        assertThat(asked.err()).startsWith("restore: [ACC-C019] everything in shop is replaced by the backup of ");
        assertThat(target.emails()).isEqualTo("early,late");

        CommandRun restored = run(target, "restore", "-i", "shop", "--force", "--yes");

        assertThat(restored.status()).as(restored.err()).isZero();
        assertThat(restored.out()).startsWith("shop: restored 2").endsWith("the last migration is V0001\n");
        assertThat(target.emails()).isEqualTo("early");
        assertThat(run(target, "verify", "-i", "shop").out())
                .isEqualTo("shop: the covered tables are what the snapshot says\n");
        assertThat(run(target, "tables", "-i", "shop").out()).doesNotContainIgnoringCase("came_later");
        assertThat(run(target, "migrate", "-i", "shop").out()).isEqualTo("nothing was pending\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void anEmptyDatabaseNeedsNoForceAndAnotherInstanceIsNamed(String dialect) throws Exception {
        Target target = shop(dialect);
        run(target, "backup", "-i", "shop");
        Target copy = database(dialect);
        instances(target, copy);

        CommandRun other = run(copy, "restore", backupFile().toString(), "-i", "copy");
        assertThat(other.err()).contains("[ACC-C030] the backup is of the instance shop, not of copy");
        CommandRun restored = run(copy, "restore", "-i", "copy", "--of", "shop");

        assertThat(restored.status()).as(restored.err()).isZero();
        assertThat(copy.emails()).isEqualTo("early");
    }

    /** The old data must survive whatever breaks off in the middle. */
    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void aRestoreThatFailsInTheMiddleLeavesTheOldData(String dialect) throws Exception {
        Target target = shop(dialect);
        if (dialect.equals("postgresql")) {
            target.execute("CREATE ROLE visitor", "GRANT SELECT ON users TO visitor");
        }
        run(target, "backup", "-i", "shop");
        target.execute("INSERT INTO users (id, email) VALUES (2, 'late')");
        if (dialect.equals("postgresql")) {
            // The tables and rows of the backup are made again before the grant, which stands last, fails.
            target.execute("REVOKE ALL ON users FROM visitor", "DROP ROLE visitor");
        } else {
            breakOff(backupFile());
        }

        CommandRun run = run(target, "restore", "-i", "shop", "--force", "--yes");

        assertThat(run.status()).isEqualTo(ExitCode.REFUSED.number());
        assertThat(run.err()).startsWith("shop: [ACC-C032] ").contains("the old data stays");
        assertThat(target.emails()).isEqualTo("early,late");
        if (dialect.equals("postgresql")) {
            assertThat(run(target, "restore", "-i", "shop", "--force", "--yes", "--no-privileges")
                            .status())
                    .isZero();
            assertThat(target.emails()).isEqualTo("early");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void aDamagedFileIsNoticedBeforeAnythingHappens(String dialect) throws Exception {
        Target target = shop(dialect);
        run(target, "backup", "-i", "shop");
        Path file = backupFile();
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);

        CommandRun run = run(target, "restore", "-i", "shop", "--force", "--yes");

        assertThat(run.err()).contains("[ACC-C030] the file is damaged: its checksum");
        assertThat(target.emails()).isEqualTo("early");
        Files.delete(Path.of(file + ".json"));
        assertThat(run(target, "restore", file.toString(), "-i", "shop", "--force", "--yes")
                        .err())
                .contains("[ACC-C030] the description ");
        assertThat(run(target, "restore", "nothing.dump", "-i", "shop").err())
                .startsWith("nothing.dump: [ACC-C030] there is no such backup");
        assertThat(run(target, "restore", "-i", "shop").err()).contains("[ACC-C030] there is no backup of shop");
    }

    /** The dump itself breaks off, with a description that says so: a copy that was cut by its maker. */
    @Test
    void aDumpThatBreaksOffChangesNothing() throws Exception {
        Target target = shop("postgresql");
        run(target, "backup", "-i", "shop");
        breakOff(backupFile());

        CommandRun run = run(target, "restore", "-i", "shop", "--force", "--yes");

        assertThat(run.err()).startsWith("shop: [ACC-C032] ");
        assertThat(target.emails()).isEqualTo("early");
    }

    @Test
    void backupsAreListedPrunedAndForTheirOwnerAlone() throws Exception {
        Target target = shop("h2");
        for (int i = 0; i < 3; i++) {
            run(target, "backup", "-i", "shop");
        }
        CommandRun listed = run(target, "backup", "-i", "shop", "--list");
        assertThat(listed.out().lines())
                .hasSize(3)
                .allMatch(line -> line.matches("2\\S+Z +\\S+ k?B  V0001    H2 2\\..*\\.h2\\.sql\\.gz"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backupFile())))
                .isEqualTo("rw-------");

        CommandRun pruned = run(target, "backup", "-i", "shop", "--keep", "2");

        assertThat(pruned.err().lines()).hasSize(2).allMatch(line -> line.startsWith("deleted 2"));
        assertThat(run(target, "backup", "-i", "shop", "--list").out().lines()).hasSize(2);
        assertThat(run(target, "backup", "-i", "shop", "--list", "--json").out())
                .startsWith("{\"instance\":\"shop\",\"backups\":[{\"file\":\"")
                .contains("\"migration\":\"V0001\"");
    }

    @Test
    void aBackupOfAnotherProductIsRefused() throws Exception {
        Target target = shop("h2");
        run(target, "backup", "-i", "shop");
        try (TestDatabase postgres = TestDatabase.create("postgresql")) {
            CommandRun run = project.run(postgres, "restore", backupFile().toString(), "--of", "shop");

            assertThat(run.err()).contains("[ACC-C030] the backup is of H2, the instance is PostgreSQL");
        }
    }

    @Test
    void migrateBacksUpFirstAndABackupThatFailsStopsIt() throws Exception {
        Target target = shop("h2");
        ProjectFixture.write(
                folder.resolve("accrete.properties"),
                ProjectFixture.read(folder.resolve("accrete.properties")) + "shop.backup=true\nshop.backup-keep=3\n");
        project.compile(CompiledProject.USER.formatted("    String phone;\n"), CompiledProject.ORDER);
        project.run("save", "add phone");
        Files.writeString(folder.resolve("backups"), "in the way");

        CommandRun stopped = run(target, "migrate", "-i", "shop");
        assertThat(stopped.status()).isEqualTo(ExitCode.REFUSED.number());
        assertThat(stopped.err()).contains("shop: [ACC-C029] ");
        assertThat(run(target, "status", "-i", "shop").out()).contains("\npending   V0002 add_phone");

        Files.delete(folder.resolve("backups"));
        CommandRun migrated = run(target, "migrate", "-i", "shop");
        assertThat(migrated.status()).as(migrated.err()).isZero();
        assertThat(migrated.err()).contains("backup in $DIR/backups/shop/database/");
        assertThat(run(target, "backup", "-i", "shop", "--list").out().lines()).hasSize(1);
        run(target, "migrate", "-i", "shop");
        assertThat(run(target, "backup", "-i", "shop", "--list").out().lines())
                .as("with nothing pending there is nothing to back up")
                .hasSize(1);
        assertThat(run(target, "migrate", "-i", "shop", "--no-backup").status()).isZero();
    }

    @Test
    void withoutPgDumpOrWithAnOlderOneTheVersionsAreNamed() throws Exception {
        try (TestDatabase database = project.migrated("postgresql")) {
            Map<String, String> environment = Map.of("ACCRETE_PASSWORD", database.password(), "PATH", "");
            CommandRun none =
                    CommandRun.in(folder, environment, "backup", "--url", database.url(), "--user", "postgres");
            assertThat(none.err()).startsWith("pg_dump: [ACC-C028] the program is not on the path");
            assertThat(none.status()).isEqualTo(ExitCode.REFUSED.number());

            Path old = Files.createDirectories(folder.resolve("old")).resolve("pg_dump");
            Files.writeString(old, "#!/bin/sh\necho 'pg_dump (PostgreSQL) 9.6.24'\n");
            Files.setPosixFilePermissions(old, PosixFilePermissions.fromString("rwx------"));
            CommandRun older = CommandRun.in(
                    folder,
                    Map.of(
                            "ACCRETE_PASSWORD",
                            database.password(),
                            "ACCRETE_PG_BIN",
                            old.getParent().toString()),
                    "backup",
                    "--url",
                    database.url(),
                    "--user",
                    "postgres");
            assertThat(older.err())
                    .contains("[ACC-C028] the program is of version 9, the server of version 18,")
                    .contains("install PostgreSQL's client programs of version 18");
            assertThat(
                            Files.exists(folder.resolve("backups"))
                                    ? ProjectFixture.tree(folder.resolve("backups"))
                                            .keySet()
                                    : List.of())
                    .as("nothing is left of a backup that failed")
                    .isEmpty();
        }
    }

    /** Cuts the file and corrects its description, so that the checksum holds. */
    private static void breakOff(Path file) throws Exception {
        Path description = Path.of(file + ".json");
        String before = sha256(file);
        if (file.toString().endsWith(".gz")) {
            try (var in = new java.util.zip.GZIPInputStream(Files.newInputStream(file))) {
                String script = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
                Path cut = Path.of(file + ".cut");
                try (var out = new java.util.zip.GZIPOutputStream(Files.newOutputStream(cut))) {
                    out.write((script + "INSERT INTO nowhere VALUES (1);\n")
                            .getBytes(java.nio.charset.StandardCharsets.UTF_8));
                }
                Files.move(cut, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } else {
            byte[] bytes = Files.readAllBytes(file);
            Files.write(file, Arrays.copyOf(bytes, bytes.length * 9 / 10));
        }
        ProjectFixture.write(description, ProjectFixture.read(description).replace(before, sha256(file)));
    }

    private static String sha256(Path file) throws Exception {
        return java.util.HexFormat.of()
                .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }

    /** A database with one user, as the instance {@code shop}. */
    private Target shop(String dialect) throws Exception {
        Target target = database(dialect);
        instances(target, target);
        CommandRun migrated = run(target, "migrate", "-i", "shop");
        assertThat(migrated.status()).as(migrated.err()).isZero();
        target.execute("INSERT INTO users (id, email) VALUES (1, 'early')");
        return target;
    }

    private void instances(Target shop, Target copy) {
        ProjectFixture.write(
                folder.resolve("accrete.properties"),
                "shop.url=" + shop.url() + "\nshop.user=" + shop.user() + "\ncopy.url=" + copy.url() + "\ncopy.user="
                        + copy.user() + "\n");
    }

    private Target database(String dialect) throws Exception {
        String name = "backup" + COUNTER.incrementAndGet();
        if (dialect.equals("h2")) {
            return new Target("jdbc:h2:file:" + folder.resolve(name), "sa", "");
        }
        try (Connection connection = DriverManager.getConnection(server().url("postgres"), "postgres", "");
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        return new Target(server().url(name), "postgres", "postgres");
    }

    private static InstalledPostgres server() throws Exception {
        if (server == null) {
            Optional<Path> programs = InstalledPostgres.programs();
            Assumptions.assumeTrue(
                    programs.isPresent(), "no PostgreSQL with server and client programs is installed on this machine");
            server = InstalledPostgres.start(programs.get());
        }
        return server;
    }

    private Path backupFile() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("backups/shop/database"))) {
            return files.filter(file -> !file.toString().endsWith(".json"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private CommandRun run(Target target, String... arguments) {
        return CommandRun.in(
                folder,
                Map.of(
                        "ACCRETE_PASSWORD",
                        target.password(),
                        "ACCRETE_PG_BIN",
                        server == null ? "" : server.bin().toString()),
                arguments);
    }
}
