package dev.accrete.processor.map.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accrete.processor.map.hibernate.TargetDialect;
import dev.accrete.testkit.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the lists say of definitions, the databases say too. */
class DefinitionsTest {

    @ParameterizedTest
    @EnumSource(TargetDialect.class)
    void aDefinitionLacksSomethingWhereTheDatabaseRefusesIt(TargetDialect dialect) throws IOException, SQLException {
        List<String> wrong = new ArrayList<>();
        try (TestDatabase database = TestDatabase.create(dialect.id())) {
            database.execute("create sequence s");
            if (dialect == TargetDialect.POSTGRESQL) {
                // As the extension uuid-ossp brings it.
                database.execute(
                        "create function uuid_generate_v4() returns uuid language sql as 'select gen_random_uuid()'");
            }
            for (String definition : definitions()) {
                boolean missing = Definitions.missing(dialect, definition).isPresent();
                if (missing == takes(database, definition)) {
                    wrong.add((missing ? "known: " : "not known: ") + definition);
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(TargetDialect.class)
    void noEntryIsWithoutADefinitionThatShowsIt(TargetDialect dialect) throws IOException {
        List<StatedSql> all = definitions().stream().map(StatedSql::of).toList();

        assertThat(Definitions.lacks(dialect))
                .allSatisfy(lack -> assertThat(all)
                        .as(lack.toString())
                        .anyMatch(each -> lack.in(each).isPresent()));
    }

    private static boolean takes(TestDatabase database, String definition) throws SQLException {
        try {
            database.execute("create table t (c " + definition + ")");
        } catch (SQLException refused) {
            return false;
        }
        database.execute("drop table t");
        return true;
    }

    private static List<String> definitions() throws IOException {
        try (InputStream file = DefinitionsTest.class.getResourceAsStream("definitions.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        }
    }
}
