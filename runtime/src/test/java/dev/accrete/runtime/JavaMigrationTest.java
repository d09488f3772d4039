package dev.accrete.runtime;

import static dev.accrete.runtime.TestRows.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accrete.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Data that Java code changes, in order with the scripts. */
class JavaMigrationTest {

    private static final int ROWS = 25;
    private static final int BATCH = 10;

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void aStepInJavaRunsInOrderInBatchesWithProgress(String dialect) throws SQLException {
        try (TestDatabase database = TestDatabase.create(dialect)) {
            List<String> progress = new ArrayList<>();

            builder(database.dataSource(), source(dialect, Doubling.class))
                    .listener(event -> {
                        if (event.text().contains("rows")) {
                            progress.add(event.statement() + " " + event.text());
                        }
                    })
                    .build()
                    .migrate();

            String name = Doubling.class.getName();
            assertThat(progress)
                    .containsExactly(
                            "1 " + name + ": 10 rows",
                            "2 " + name + ": 20 rows",
                            "3 " + name + ": 25 rows",
                            "4 " + name + ": 25 rows");
            assertDone(database);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void killedAnywhereEachRowIsChangedOnce(String dialect) throws SQLException {
        boolean killed = true;
        int kills = 0;
        for (int at = 1; killed; at++) {
            try (TestDatabase database = TestDatabase.create(dialect)) {
                MemorySource source = source(dialect, Doubling.class);
                SpyDataSource spy = new SpyDataSource(database.dataSource(), at, at % 2 == 0);
                try {
                    builder(spy.dataSource(), source).build().migrate();
                } catch (AccreteException e) {
                    assertThat(spy.isDead()).as(e.getMessage()).isTrue();
                }
                killed = spy.isDead();
                kills += killed ? 1 : 0;

                builder(database.dataSource(), source).build().migrate();
                assertDone(database);
            }
        }
        System.out.println(dialect + ": a migration in Java survived " + kills + " kills");
        assertThat(kills).isGreaterThan(20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void anExceptionIsToldAndTheNextStartGoesOnWithThatBatch(String dialect) throws SQLException {
        try (TestDatabase database = TestDatabase.create(dialect)) {
            MemorySource source = source(dialect, Refusing.class);

            assertThatThrownBy(
                            () -> builder(database.dataSource(), source).build().migrate())
                    .hasMessageContainingAll("ACC-R026", "Refusing, batch 1", "no fuel", "step 1");
            database.execute("create table fuel (id int)");
            builder(database.dataSource(), source).build().migrate();

            assertDone(database);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void aClassThatIsNoMigrationOrNotThereIsNamed(String dialect) {
        try (TestDatabase database = TestDatabase.create(dialect)) {
            assertThatThrownBy(() -> builder(database.dataSource(), source(dialect, String.class))
                            .build()
                            .migrate())
                    .hasMessageContainingAll("ACC-R026", "java.lang.String", "implements JavaMigration");
        }
    }

    private static void assertDone(TestDatabase database) throws SQLException {
        assertThat(query(database, "select count(*) from a where n = id * 2")).containsExactly("" + ROWS);
        assertThat(query(database, "select version, state from schema_migrations order by 1"))
                .containsExactly("1 applied", "2 applied", "3 applied");
        assertThat(query(database, "select count(*) from after_java")).containsExactly("0");
    }

    private static MemorySource source(String dialect, Class<?> code) {
        StringBuilder rows = new StringBuilder("create table a (id int primary key, n int);");
        for (int i = 1; i <= ROWS; i++) {
            rows.append("insert into a (id) values (").append(i).append(");");
        }
        return new MemorySource(dialect)
                .saveRaw("first", rows.toString())
                .saveRaw("numbers", "-- accrete:step 1 java class=" + code.getName() + " double the numbers\n")
                .saveRaw("third", "create table after_java (id int);");
    }

    private static Accrete.Builder builder(DataSource dataSource, MemorySource source) {
        return Accrete.builder()
                .dataSource(dataSource)
                .source(source)
                .lockWait(Duration.ofSeconds(60))
                .lockLease(Duration.ofMillis(100));
    }

    /** Fills what is empty, ten rows at a time. */
    public static class Doubling implements JavaMigration {

        @Override
        public long migrate(Connection connection, int batch) throws Exception {
            try (var statement = connection.createStatement()) {
                return statement.executeUpdate("update a set n = coalesce(n, 0) + id * 2 where id in"
                        + " (select id from a where n is null order by id fetch first " + BATCH + " rows only)");
            }
        }
    }

    /** Stops at its second batch until there is fuel. */
    public static final class Refusing extends Doubling {

        @Override
        public long migrate(Connection connection, int batch) throws Exception {
            long rows = super.migrate(connection, batch);
            try (var tables = connection
                    .getMetaData()
                    .getTables(
                            null,
                            null,
                            connection.getMetaData().storesUpperCaseIdentifiers() ? "FUEL" : "fuel",
                            null)) {
                if (batch == 1 && !tables.next()) {
                    throw new IllegalStateException("no fuel");
                }
            }
            return rows;
        }
    }
}
