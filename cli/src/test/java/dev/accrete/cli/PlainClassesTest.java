package dev.accrete.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accrete.testkit.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables of classes and records that are no JPA entities: compile, save, migrate, change, and again. */
class PlainClassesTest {

    private static final String MEASUREMENT = """
            package com.acme;

            import dev.accrete.annotations.Managed;
            import jakarta.persistence.Column;
            import jakarta.persistence.GeneratedValue;
            import jakarta.persistence.GenerationType;
            import jakarta.persistence.Id;
            import jakarta.persistence.Table;
            import java.math.BigDecimal;
            import java.time.Instant;

            @Managed
            @Table(name = "measurements")
            public record Measurement(
                    @Id @GeneratedValue(strategy = GenerationType.IDENTITY) long id,
                    @Column(length = 30, nullable = false) String sensor,
                    @Column(precision = 9, scale = 3) BigDecimal degrees,
                    Instant takenAt%s) {}
            """;

    private static final String SENSOR = """
            package com.acme;

            import dev.accrete.annotations.Managed;
            import jakarta.persistence.Column;
            import jakarta.persistence.Id;
            import jakarta.persistence.Table;

            @Managed
            @Table(name = "sensors")
            public class Sensor {
                public enum Kind { AIR, WATER }

                @Id
                @Column(length = 30)
                private String name;

                private Kind kind;
                private boolean active;
                private transient int reads;
            }
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void aRecordAndAClassAreMigratedLikeEntities(String dialect) throws Exception {
        try (TestDatabase database = TestDatabase.create(dialect)) {
            compile("");
            assertThat(run("save", "first").status()).isZero();
            assertThat(migrate(database)).isEqualTo("applied V0001 first\n");
            database.execute(
                    "insert into sensors (name, kind, active) values ('roof', 1, true)",
                    "insert into measurements (sensor, degrees, takenAt)"
                            + " values ('roof', 21.125, timestamp '2026-03-01 12:00:00')");

            compile("");
            assertThat(run("check").out()).isEqualTo("all in order; last migration: V0001 first\n");

            compile(",\n        @dev.accrete.annotations.Backfill(\"'none'\") @Column(nullable = false) String note");
            assertThat(run("save", "notes").status()).isZero();
            assertThat(migrate(database)).isEqualTo("applied V0002 notes\n");

            try (Connection connection = database.connect();
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select id, sensor, degrees, note from measurements")) {
                assertThat(row.next()).isTrue();
                assertThat(row.getLong(1)).isEqualTo(1);
                assertThat(row.getString(2)).isEqualTo("roof");
                assertThat(row.getBigDecimal(3)).isEqualByComparingTo("21.125");
                assertThat(row.getString(4)).isEqualTo("none");
            }
        }
    }

    private void compile(String more) throws Exception {
        List<String> messages = ProcessorRun.compile(
                folder,
                Map.of("com/acme/Measurement.java", MEASUREMENT.formatted(more), "com/acme/Sensor.java", SENSOR));
        // The column that the running version leaves out is a hazard, and named as one at its component.
        assertThat(messages).allMatch(message -> message.startsWith("Measurement.java:19: warning: [ACC-H203]"));
    }

    private CommandRun run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--classes", "OUT", "--dir", "DIR"));
        return CommandRun.in(folder, all.toArray(String[]::new));
    }

    private String migrate(TestDatabase database) {
        CommandRun run = CommandRun.in(
                folder,
                Map.of("ACCRETE_PASSWORD", database.password()),
                "migrate",
                "--yes",
                "--url",
                database.url(),
                "--user",
                database.user(),
                "--dir",
                "DIR");
        assertThat(run.status()).as(run.err()).isZero();
        return run.out();
    }
}
