package dev.accrete.runtime;

import static dev.accrete.runtime.TestRows.query;
import static dev.accrete.runtime.TwoTables.accrete;
import static dev.accrete.runtime.TwoTables.assertRefused;
import static dev.accrete.runtime.TwoTables.twoTables;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accrete.testkit.TestDatabase;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignTablesTest {

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void aHistoryTableOfAnotherToolIsRefusedAndAnotherNameHelps(String dialect) throws SQLException {
        try (TestDatabase database = TestDatabase.create(dialect)) {
            database.execute("create table schema_migrations (version varchar(255) primary key)");

            assertRefused(database, twoTables(dialect), RuntimeCode.FOREIGN_HISTORY_TABLE);
            MigrationReport report = accrete(database, twoTables(dialect))
                    .historyTable("accrete_migrations")
                    .build()
                    .migrate();

            assertThat(report.applied()).hasSize(2);
            assertThat(query(database, "select count(*) from schema_migrations"))
                    .containsExactly("0");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void aTableThatExistsAndIsForeignStopsTheRunBeforeAnythingRuns(String dialect) throws SQLException {
        try (TestDatabase database = TestDatabase.create(dialect)) {
            database.execute("create table b (other int)");

            assertRefused(database, twoTables(dialect), RuntimeCode.TABLE_EXISTS);
            assertThatThrownBy(() -> query(database, "select * from a")).isInstanceOf(SQLException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void aScriptThatReachesForAForeignTableIsRefusedUnlessItSaysSo(String dialect) throws SQLException {
        try (TestDatabase database = TestDatabase.create(dialect)) {
            database.execute("create table theirs (id int primary key)");
            MemorySource source = twoTables(dialect).save("third", "alter table theirs add column mine int;");

            assertRefused(database, source, RuntimeCode.FOREIGN_OBJECT);
            assertThatThrownBy(() -> query(database, "select mine from theirs")).isInstanceOf(SQLException.class);

            MemorySource stated = twoTables(dialect)
                    .saveRaw("third", "-- accrete:foreign theirs\nalter table theirs add column mine int;");
            accrete(database, stated).build().migrate();
            assertThat(query(database, "select mine from theirs")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void aForeignKeyToAForeignTableIsNoChangeOfIt(String dialect) throws SQLException {
        try (TestDatabase database = TestDatabase.create(dialect)) {
            database.execute("create table theirs (id int primary key)");
            MemorySource source = new MemorySource(dialect)
                    .save("first", "create table mine (id int primary key, their_id int references theirs (id));");

            assertThat(accrete(database, source).build().migrate().applied()).hasSize(1);
        }
    }
}
