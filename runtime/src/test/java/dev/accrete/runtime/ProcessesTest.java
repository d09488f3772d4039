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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessesTest {

    @TempDir
    Path folder;

    @Test
    void ofProcessesThatStartTogetherOneAppliesEachMigration() throws Exception {
        writeMigrations();
        try (TestDatabase database = TestDatabase.create("postgresql")) {
            List<Process> processes = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                processes.add(start(database));
            }
            int applied = 0;
            for (Process process : processes) {
                applied += applied(process);
            }
            assertThat(applied).isEqualTo(2);
        }
    }

    @Test
    void aProcessThatIsKilledFreesTheLockAndTheNextOneResumes() throws Exception {
        writeMigrations();
        try (TestDatabase database = TestDatabase.create("postgresql")) {
            Process killed = start(database);
            waitUntilRunning(database);
            killed.destroyForcibly().waitFor();

            assertThat(applied(start(database))).isPositive();
            try (var connection = database.connect();
                    var statement = connection.createStatement();
                    var row =
                            statement.executeQuery("select count(*) from schema_migrations where state = 'applied'")) {
                row.next();
                assertThat(row.getInt(1)).isEqualTo(2);
            }
        }
    }

    @Test
    void aStartWithNothingToDoLoadsFewClasses() throws Exception {
        writeMigrations();
        try (TestDatabase database = TestDatabase.create("postgresql")) {
            assertThat(applied(start(database))).isEqualTo(2);

            Process process = start(database, "-Xlog:class+load:file=" + folder.resolve("classes.txt"));
            assertThat(applied(process)).isZero();

            List<String> ours = Files.readAllLines(folder.resolve("classes.txt")).stream()
                    .filter(line -> line.contains("dev.accrete.runtime."))
                    .filter(line -> !line.contains("MigratorProcess") && !line.contains("TestDataSources"))
                    .filter(line -> !line.contains("Lambda"))
                    .toList();
            assertThat(ours).hasSizeBetween(10, 40);
        }
    }

    private void writeMigrations() throws IOException {
        MemorySource source = new MemorySource("postgresql")
                .saveRaw(
                        "first",
                        "-- accrete:step 1 transaction\ncreate table a (id int);\n"
                                + "-- accrete:step 2 autocommit\nselect pg_sleep(0.5);\n")
                .save("second", "create table b (id int);");
        for (String path : List.of(ResourceNames.CATALOG, source.scriptPath(1), source.scriptPath(2))) {
            Path file = folder.resolve(path.substring(ResourceNames.MIGRATIONS.length() + 1));
            Files.createDirectories(file.getParent());
            Files.writeString(file, source.text(path));
        }
    }

    /** The first step is recorded, the second sleeps. */
    private static void waitUntilRunning(TestDatabase database) throws Exception {
        for (int i = 0; i < 600; i++) {
            try (var connection = database.connect();
                    var statement = connection.createStatement();
                    var row = statement.executeQuery("select to_regclass('schema_migrations') is not null")) {
                row.next();
                if (row.getBoolean(1)) {
                    return;
                }
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
