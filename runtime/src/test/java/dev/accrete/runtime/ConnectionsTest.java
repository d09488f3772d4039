package dev.accrete.runtime;

import static dev.accrete.runtime.TestRows.query;
import static dev.accrete.runtime.TwoTables.accrete;
import static dev.accrete.runtime.TwoTables.builder;
import static dev.accrete.runtime.TwoTables.twoTables;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accrete.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a run needs of the database that it is led to, and what it leaves there. */
class ConnectionsTest {

    @Test
    void theLockNamesItsHolderWhenTheWaitEnds() throws SQLException {
        try (TestDatabase database = TestDatabase.create("postgresql")) {
            MemorySource source = twoTables("postgresql");
            List<AccreteException> refused = new ArrayList<>();
            accrete(database, source)
                    .listener(event -> {
                        if (event.kind() == MigrationListener.Kind.MIGRATION_STARTED && refused.isEmpty()) {
                            try {
                                accrete(database, source)
                                        .lockWait(Duration.ofMillis(300))
                                        .build()
                                        .migrate();
                            } catch (AccreteException e) {
                                refused.add(e);
                            }
                        }
                    })
                    .build()
                    .migrate();

            assertThat(refused).singleElement().satisfies(e -> {
                assertThat(e.code()).isEqualTo(RuntimeCode.LOCK_TIMEOUT);
                assertThat(e).hasMessageContainingAll("pid ", "user postgres", "since ");
            });
        }
    }

    @Test
    void aTransactionPoolerIsDetectedAndRefused() throws SQLException {
        try (TestDatabase database = TestDatabase.create("postgresql");
                Connection only = database.connect()) {
            DataSource pooled = TestDataSources.of(() -> TestDataSources.withoutClose(only));

            assertThatThrownBy(() -> builder(twoTables("postgresql"))
                            .dataSource(pooled)
                            .build()
                            .migrate())
                    .hasMessageContaining("ACC-R010");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void aDatabaseThatCannotBeReachedIsOneMessageWithoutSecrets(String dialect) {
        String url =
                dialect.equals("h2") ? "jdbc:h2:tcp://localhost:1/x;PASSWORD=geheim" : "jdbc:nothing:x?password=geheim";
        DataSource broken = TestDataSources.of(() -> DriverManager.getConnection(url));

        assertThatThrownBy(() ->
                        builder(twoTables(dialect)).dataSource(broken).build().migrate())
                .isInstanceOfSatisfying(AccreteException.class, e -> {
                    assertThat(e.code()).isEqualTo(RuntimeCode.NO_CONNECTION);
                    assertThat(e).message().doesNotContain("geheim");
                    assertThat(e.getCause()).message().doesNotContain("geheim");
                });
        MigrationReport report = builder(twoTables(dialect))
                .dataSource(broken)
                .onFailure(FailurePolicy.KEEP_GOING)
                .build()
                .migrate();
        assertThat(report.failure()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void connectionsAreHandedBackAsTheyCame(String dialect) throws SQLException {
        try (TestDatabase database = TestDatabase.create(dialect);
                Connection first = database.connect()) {
            first.setAutoCommit(false);
            List<Connection> connections = new ArrayList<>(List.of(TestDataSources.withoutClose(first)));
            DataSource pool =
                    TestDataSources.of(() -> connections.isEmpty() ? database.connect() : connections.remove(0));

            builder(twoTables(dialect)).dataSource(pool).build().migrate();

            assertThat(first.getAutoCommit()).isFalse();
            assertThat(query(database, "select count(*) from schema_migrations"))
                    .containsExactly("2");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void aSchemaCanBeNamed(String dialect) throws SQLException {
        try (TestDatabase database = TestDatabase.create(dialect)) {
            String schema = dialect.equals("h2") ? "APP" : "app";
            database.execute("create schema " + schema);

            accrete(database, twoTables(dialect)).schema(schema).build().migrate();
            accrete(database, twoTables(dialect)).schema(schema).build().migrate();

            assertThat(query(database, "select count(*) from app.schema_migrations"))
                    .containsExactly("2");
            assertThat(query(database, "select * from app.b")).isEmpty();
        }
    }

    @Test
    void missingRightsAreOneMessageAndChangeNothing() throws SQLException {
        try (TestDatabase database = TestDatabase.create("postgresql")) {
            String user = "weak" + System.nanoTime();
            database.execute(
                    "create role " + user + " login password 'x'", "revoke create on schema public from public");
            DataSource weak = TestDataSources.of(() -> DriverManager.getConnection(database.url(), user, "x"));

            assertThatThrownBy(() -> builder(twoTables("postgresql"))
                            .dataSource(weak)
                            .build()
                            .migrate())
                    .hasMessageContainingAll("42501", "fix:");
            assertThatThrownBy(() -> query(database, "select * from schema_migrations"))
                    .isInstanceOf(SQLException.class);
        }
    }
}
