package dev.accrete.runtime;

import static dev.accrete.runtime.TestRows.query;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accrete.testkit.TestDatabase;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several modules with entities, each with its own catalog. */
class StreamsTest {

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void streamsAreOrderedByTheirForeignKeysMigrationByMigration(String dialect) throws SQLException {
        try (TestDatabase database = TestDatabase.create(dialect)) {
            MemorySource billing = new MemorySource("billing", dialect)
                    .save("first", "create table bill (id int primary key, person int references person (id));")
                    .save("second", "create table paid (id int);");
            MemorySource people = new MemorySource("people", dialect)
                    .save("first", "create table person (id int primary key);")
                    .save(
                            "second",
                            "alter table person add column bill int; alter table person add foreign key (bill)"
                                    + " references bill (id);");

            MigrationReport report = accrete(database, billing, people).migrate();

            assertThat(report.applied())
                    .extracting(applied -> applied.stream() + " " + applied.version())
                    .containsExactly("people V0001", "billing V0001", "billing V0002", "people V0002");
            assertThat(query(database, "select stream, version from schema_migrations order by 1, 2"))
                    .containsExactly("billing 1", "billing 2", "people 1", "people 2");
            assertThat(accrete(database, billing, people).migrate().applied()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void allStreamsAreAskedForInOneStatement(String dialect) {
        try (TestDatabase database = TestDatabase.create(dialect)) {
            MemorySource one = new MemorySource("one", dialect).save("first", "create table one (id int);");
            MemorySource two = new MemorySource("two", dialect).save("first", "create table two (id int);");
            accrete(database, one, two).migrate();

            SpyDataSource spy = new SpyDataSource(database.dataSource());
            Accrete.builder()
                    .dataSource(spy.dataSource())
                    .source(two)
                    .source(one)
                    .build()
                    .migrate();

            assertThat(spy.connections).hasValue(1);
            assertThat(spy.statements).hasValue(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void operatorsTakeOneStreamBackAndLeaveTheOthers(String dialect) throws SQLException {
        try (TestDatabase database = TestDatabase.create(dialect)) {
            MemorySource one = new MemorySource("one", dialect).save("first", "create table one (id int);");
            MemorySource two = new MemorySource("two", dialect)
                    .save("first", "create table two (id int);")
                    .undo("drop table if exists two;");
            accrete(database, one, two).migrate();

            accrete(database, one, two).rollback("two", 0);

            assertThat(query(database, "select stream from schema_migrations")).containsExactly("one");
            assertThat(query(database, "select id from one")).isEmpty();
        }
    }

    private static Accrete accrete(TestDatabase database, MemorySource first, MemorySource second) {
        return Accrete.builder()
                .dataSource(database.dataSource())
                .source(first)
                .source(second)
                .build();
    }
}
