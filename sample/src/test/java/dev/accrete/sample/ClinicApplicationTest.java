package dev.accrete.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accrete.testkit.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClinicApplicationTest {

    @Test
    void migratesOnceAndKeepsItsDataOnH2(@TempDir Path folder) {
        String url = "jdbc:h2:" + folder.resolve("clinic").toAbsolutePath();

        assertTwoRuns(url, Map.of());
    }

    @Test
    void migratesOnceAndKeepsItsDataOnPostgres() {
        try (TestDatabase database = TestDatabase.create("postgresql")) {
            assertTwoRuns(
                    database.url(), Map.of("CLINIC_USER", database.user(), "CLINIC_PASSWORD", database.password()));
        }
    }

    @Test
    void refusesADatabaseItDoesNotKnow() {
        Run run = run("jdbc:oracle:thin:@localhost", Map.of());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("jdbc:h2:").doesNotContain("\tat ");
    }

    private static void assertTwoRuns(String url, Map<String, String> environment) {
        Run first = run(url, environment);
        assertThat(first.exitCode()).as(first.err()).isZero();
        assertThat(first.out())
                .contains("applied V0001", "applied V0002", "applied V0003", "validated the schema")
                .contains("before: 0 patients", "after:  1 patients", "legacy_import is untouched");

        Run second = run(url, environment);
        assertThat(second.exitCode()).as(second.err()).isZero();
        assertThat(second.out())
                .contains("nothing is pending", "before: 1 patients", "after:  2 patients")
                .containsPattern("foreign +legacy_import +2 rows")
                .doesNotContain("  applied V");
    }

    private record Run(int exitCode, String out, String err) {}

    private static Run run(String url, Map<String, String> environment) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode = ClinicApplication.run(
                new String[] {"--database", url},
                environment,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Run(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
