package dev.accrete.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accrete.testkit.TestDatabase;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The scripts run under Flyway as they are, and Accrete takes over from there. */
class FlywayTest {

    @TempDir
    Path folder;

    private CompiledProject project;

    @BeforeEach
    void twoMigrations() {
        project = CompiledProject.shop(folder);
        project.compile(
                CompiledProject.USER
                        .replace("String name;", "@Column(length = 500) String name;")
                        .formatted("""
                                @Column(unique = true)
                                String phone;

                                @Column(nullable = false)
                                @dev.accrete.annotations.Backfill("0")
                                int points;

                                @ManyToOne
                                User friend;
                            """),
                CompiledProject.ORDER);
        assertThat(project.run("save", "more of users").status()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void scriptsRunUnderFlywayAndAreAdopted(String dialect) throws Exception {
        try (TestDatabase database = TestDatabase.create(dialect)) {
            flyway(database, "1").migrate();
            database.execute("INSERT INTO users (id, email) VALUES (1, 'a@example.org')");

            int run = flyway(database, "2").migrate().migrationsExecuted;

            assertThat(run).isEqualTo(1);
            CommandRun adopted = project.run(database, "adopt");
            assertThat(adopted.out())
                    .as(adopted.err())
                    .isEqualTo("recorded: V0001 first\nrecorded: V0002 more_of_users\n");
            assertThat(project.run(database, "verify").status()).isZero();
        }
    }

    private Flyway flyway(TestDatabase database, String target) {
        FluentConfiguration configuration = Flyway.configure()
                .dataSource(database.url(), database.user(), database.password())
                .locations("filesystem:" + project.migrations().resolve(database.dialect()))
                .target(target);
        // Else Flyway holds its lock by an open transaction, for whose end a concurrent index build waits.
        configuration
                .getConfigurationExtension(PostgreSQLConfigurationExtension.class)
                .setTransactionalLock(false);
        return configuration.load();
    }
}
