package dev.accrete.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accrete.runtime.format.ResourceNames;
import dev.accrete.testkit.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.h2.tools.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Processes of their own, on PostgreSQL and on an H2 server. */
class ProcessesTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"postgresql, 32", "h2, 8"})
    void ofProcessesThatStartTogetherOneAppliesEachMigration(String dialect, int count) throws Exception {
        write(Resumable.source(dialect));
        Path go = folder.resolve("go");
        try (TestDatabase database = database(dialect)) {
            List<Process> processes = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                processes.add(start(database, "-Dgo=" + go, "-Xmx48m"));
            }
            waitForReady(count);
            Files.createFile(go);
            int applied = 0;
            for (Process process : processes) {
                applied += applied(process);
            }
            assertThat(applied).isEqualTo(2);
            Resumable.assertDone(database, count + " processes");
            System.out.println(dialect + ": " + count + " processes started together, each migration applied once");
        }
    }

    private void waitForReady(int count) throws Exception {
        for (int i = 0; i < 6000; i++) {
            try (Stream<Path> files = Files.list(folder)) {
                if (files.filter(file -> file.getFileName().toString().startsWith("go."))
                                .count()
                        == count) {
                    return;
                }
            }
            Thread.sleep(20);
        }
        throw new AssertionError("not all processes got ready within 120 s");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "h2"})
    void aProcessThatIsKilledFreesTheLockAndTheNextOneResumes(String dialect) throws Exception {
        String sleep = dialect.equals("h2")
                ? "create alias if not exists sleep for \"java.lang.Thread.sleep(long)\";\ncall sleep(500);\n"
                : "select 1;\nselect pg_sleep(0.5);\n";
        write(new MemorySource(dialect)
                .saveRaw(
                        "first",
                        "-- accrete:step 1 transaction\ncreate table a (id int);\n-- accrete:step 2 autocommit\n"
                                + sleep)
                .save("second", "create table b (id int);"));
        try (TestDatabase database = database(dialect)) {
            Process killed = start(database);
            waitUntilRunning(database);
            killed.destroyForcibly().waitFor();

            assertThat(applied(start(database))).isPositive();
            assertThat(TestRows.query(database, "select count(*) from schema_migrations where state = 'applied'"))
                    .containsExactly("2");
        }
    }

    /** A sample of all points, since each needs a process; MigrateTest has them all within one. */
    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "h2"})
    void aProcessThatEndsAtAnyStatementLeavesWhatTheNextOneCompletes(String dialect) throws Exception {
        write(Resumable.source(dialect));
        int kills = 0;
        int exit = 137;
        for (int at = 1; exit == 137; at += 5) {
            try (TestDatabase database = database(dialect)) {
                Process process = start(database, "-Dkill=" + at, "-Dafter=" + (at % 2 == 0));
                String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                exit = process.waitFor();
                assertThat(exit).as(output).isIn(0, 137);
                kills += exit == 137 ? 1 : 0;

                applied(start(database));

                Resumable.assertDone(database, "killed at " + at);
            }
        }
        System.out.println(dialect + ": survived " + kills + " kills of a process");
        assertThat(kills).isGreaterThan(8);
    }

    @Test
    void aStartWithNothingToDoLoadsFewClassesHoweverManyMigrationsThereAre() throws Exception {
        MemorySource source = new MemorySource("postgresql").save("first", "create table a (id int);");
        for (int i = 2; i <= 60; i++) {
            source.save("m" + i, "alter table a add column c" + i + " int;");
        }
        write(source);
        try (TestDatabase database = TestDatabase.create("postgresql")) {
            assertThat(applied(start(database))).isEqualTo(60);

            Process process = start(database, "-Xlog:class+load:file=" + folder.resolve("classes.txt"));
            assertThat(applied(process)).isZero();

            List<String> ours = Files.readAllLines(folder.resolve("classes.txt")).stream()
                    .filter(line -> line.contains(" dev.accrete.runtime."))
                    .filter(line -> !line.contains("MigratorProcess") && !line.contains("TestDataSources"))
                    .toList();
            System.out.println("a start with nothing to do loads " + ours.size() + " classes");
            assertThat(ours).hasSizeBetween(10, 40);
        }
    }

    private void write(MemorySource source) throws IOException {
        for (String path : source.paths()) {
            Path file = folder.resolve(path.substring(ResourceNames.MIGRATIONS.length() + 1));
            Files.createDirectories(file.getParent());
            Files.writeString(file, source.text(path));
        }
    }

    private TestDatabase database(String dialect) throws Exception {
        if (dialect.equals("postgresql")) {
            return TestDatabase.create(dialect);
        }
        Server server = Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
        String name = "/mem:shared" + System.nanoTime() + ";DB_CLOSE_DELAY=-1";
        String url = "jdbc:h2:tcp://localhost:" + server.getPort() + name;
        return new TestDatabase(dialect, url, "sa", "", server::stop);
    }

    /** The first step is recorded, the second sleeps. */
    private static void waitUntilRunning(TestDatabase database) throws Exception {
        for (int i = 0; i < 600; i++) {
            try {
                if (TestRows.query(database, "select step from schema_migrations")
                        .contains("1")) {
                    return;
                }
            } catch (java.sql.SQLException e) {
                // There is no table yet.
            }
            Thread.sleep(20);
        }
        throw new AssertionError("the first step was not applied within 12 s");
    }

    private Process start(TestDatabase database, String... options) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(
                MigratorProcess.class.getName(),
                folder.toString(),
                database.url(),
                database.user(),
                database.password()));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static int applied(Process process) throws Exception {
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        int at = output.indexOf("applied=") + "applied=".length();
        return Integer.parseInt(output.substring(at, output.indexOf(' ', at)));
    }
}
