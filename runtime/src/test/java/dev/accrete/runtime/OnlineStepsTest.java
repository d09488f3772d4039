package dev.accrete.runtime;

import static dev.accrete.runtime.TestRows.query;
import static dev.accrete.runtime.TwoTables.accrete;
import static dev.accrete.runtime.TwoTables.assertRefused;
import static dev.accrete.runtime.TwoTables.builder;
import static dev.accrete.runtime.TwoTables.twoTables;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accrete.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Steps that run outside a transaction, or for a lock that others hold. */
class OnlineStepsTest {

    @Test
    void anOnlineIndexBuildThatFailedIsDroppedAndBuiltAnew() throws SQLException {
        try (TestDatabase database = TestDatabase.create("postgresql")) {
            MemorySource source = new MemorySource("postgresql")
                    .save("first", "create table a (id int);insert into a values (1), (1);")
                    .saveRaw(
                            "index",
                            "-- accrete:step 1 autocommit index=a_id\n"
                                    + "create unique index concurrently if not exists a_id on a (id);");

            assertRefused(database, source, RuntimeCode.STATEMENT_FAILED);
            assertThat(query(database, "select indisvalid from pg_index where indexrelid = 'a_id'::regclass"))
                    .containsExactly("f");
            database.execute("delete from a where ctid = (select min(ctid) from a)");
            accrete(database, source).build().migrate();

            assertThat(query(database, "select indisvalid from pg_index where indexrelid = 'a_id'::regclass"))
                    .containsExactly("t");
        }
    }

    @Test
    void timeoutsOfTheSessionDoNotEndOnlineBuildsAndAreGivenBack() throws SQLException {
        try (TestDatabase database = TestDatabase.create("postgresql");
                Connection connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute("set statement_timeout = '200ms'");
            List<Connection> connections = new ArrayList<>(List.of(TestDataSources.withoutClose(connection)));
            DataSource pool =
                    TestDataSources.of(() -> connections.isEmpty() ? database.connect() : connections.remove(0));
            MemorySource source = new MemorySource("postgresql")
                    .saveRaw("first", "-- accrete:step 1 autocommit\nselect pg_sleep(0.4);");

            builder(source).dataSource(pool).build().migrate();

            try (ResultSet row = statement.executeQuery("show statement_timeout")) {
                row.next();
                assertThat(row.getString(1)).isEqualTo("200ms");
            }
        }
    }

    @Test
    void aStepThatMeetsALockOfTheApplicationIsTriedAgain() throws Exception {
        try (TestDatabase database = TestDatabase.create("postgresql")) {
            MemorySource source = twoTables("postgresql");
            accrete(database, source).build().migrate();
            source.saveRaw(
                    "third", "-- accrete:step 1 transaction locks=a add column\nalter table a add column n int;");
            List<String> waits = new ArrayList<>();
            try (Connection reader = database.connect();
                    var statement = reader.createStatement()) {
                reader.setAutoCommit(false);
                statement.executeQuery("select * from a").close();
                accrete(database, source)
                        .listener(event -> {
                            if (event.kind() == MigrationListener.Kind.WAITING) {
                                waits.add(event.text());
                                rollback(reader);
                            }
                        })
                        .build()
                        .migrate();
            }
            assertThat(waits).isNotEmpty();
            assertThat(query(database, "select n from a")).isEmpty();
        }
    }

    @Test
    void namesInMarkersMayBeKeyWordsAndHoldSpaces() throws SQLException {
        try (TestDatabase database = TestDatabase.create("postgresql")) {
            MemorySource source = new MemorySource("postgresql")
                    .save(
                            "first",
                            "create table \"order\" (id int); create table \"My table\" (id int);"
                                    + "create sequence numbers;")
                    .saveRaw(
                            "second",
                            "-- accrete:step 1 transaction locks=numbers,order,\"My%20table\" x\n"
                                    + "alter table \"order\" add n int; alter table \"My table\" add n int;\n"
                                    + "-- accrete:step 2 autocommit index=\"Order%20index\" x\n"
                                    + "create index concurrently \"Order index\" on \"order\" (n);");

            accrete(database, source).build().migrate();

            assertThat(query(database, "select n from \"My table\"")).isEmpty();
        }
    }

    private static void rollback(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
