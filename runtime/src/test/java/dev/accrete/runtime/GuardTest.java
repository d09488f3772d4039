package dev.accrete.runtime;

import static dev.accrete.runtime.TestRows.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accrete.testkit.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Objects that no migration made, and scripts that reach them where no reader of SQL would see it. */
class GuardTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            postgresql | alter table theirs add check (id > 0)
            postgresql | alter table theirs add column n int
            postgresql | create index theirs_id on theirs (id)
            postgresql | alter view their_view rename to other
            postgresql | drop view their_view
            postgresql | alter sequence their_numbers increment by 7
            h2         | alter table theirs add constraint c check (id > 0)
            h2         | alter table theirs add column n int
            h2         | create index theirs_id on theirs (id)
            h2         | drop view their_view
            h2         | alter sequence their_numbers increment by 7
            """)
    void aHiddenChangeOfAForeignObjectIsNoticed(String dialect, String sql) throws SQLException {
        try (TestDatabase database = TestDatabase.create(dialect)) {
            database.execute(
                    "create table theirs (id int primary key)",
                    "create view their_view as select 1 as one",
                    "create sequence their_numbers");
            String hidden = dialect.equals("h2")
                    ? "execute immediate '" + sql + "';"
                    : "do $$ begin execute '" + sql + "'; end $$;";
            MemorySource source = new MemorySource(dialect)
                    .saveRaw("first", "create table mine (id int);")
                    .saveRaw("second", "insert into mine values (1);\n" + hidden);

            assertThatThrownBy(() -> migrate(database, source))
                    .hasMessageContaining("ACC-R015")
                    .message()
                    .containsIgnoringCase("their");

            // PostgreSQL takes the whole step back; H2 says that it can't.
            assertThat(query(database, "select id from mine"))
                    .isEqualTo(dialect.equals("h2") ? List.of("1") : List.of());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void whatOneScriptMayChangeOnPurposeTheNextMayNot(String dialect) throws SQLException {
        try (TestDatabase database = TestDatabase.create(dialect)) {
            database.execute("create table theirs (id int primary key)");
            MemorySource source = new MemorySource(dialect)
                    .saveRaw("first", "-- accrete:foreign theirs\nalter table theirs add column n int;");
            migrate(database, source);
            source.saveRaw("second", "alter table theirs add column m int;");

            assertThatThrownBy(() -> migrate(database, source))
                    .hasMessageContaining("ACC-R015")
                    .message()
                    .containsIgnoringCase("theirs");
            assertThat(query(database, "select n from theirs")).isEmpty();
            assertThatThrownBy(() -> query(database, "select m from theirs")).isInstanceOf(SQLException.class);
        }
    }

    private static void migrate(TestDatabase database, MemorySource source) {
        Accrete.builder()
                .dataSource(database.dataSource())
                .source(source)
                .build()
                .migrate();
    }
}
