package dev.accrete.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accrete.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the guard costs beside 10,000 foreign tables; {@code -Dguard.cost=true} measures it. */
@EnabledIfSystemProperty(named = "guard.cost", matches = "true")
class GuardCostTest {

    private static final int TABLES = 10_000;

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void oneStepBesideTenThousandForeignTables(String dialect) throws SQLException {
        try (TestDatabase database = TestDatabase.create(dialect)) {
            try (Connection connection = database.connect();
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                for (int i = 0; i < TABLES; i++) {
                    statement.execute(
                            "create table foreign_" + i + " (id int primary key, name varchar(100) not null)");
                    if (i % 500 == 0) {
                        connection.commit();
                    }
                }
                connection.commit();
            }
            MemorySource source = new MemorySource(dialect);
            for (int i = 1; i <= 3; i++) {
                source.saveRaw("m" + i, "create table a" + i + " (id int);");
                MigrationReport report = Accrete.builder()
                        .dataSource(database.dataSource())
                        .source(source)
                        .build()
                        .migrate();
                List<Duration> each = report.applied().stream()
                        .map(MigrationReport.Applied::duration)
                        .toList();
                System.out.println(dialect + ": whole run " + report.duration().toMillis() + " ms, the step "
                        + each.get(0).toMillis() + " ms");
                assertThat(report.applied()).hasSize(1);
            }
        }
    }
}
