package dev.accrete.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accrete.processor.testing.Compile;
import dev.accrete.runtime.format.Script;
import dev.accrete.runtime.format.ScriptStatement;
import dev.accrete.runtime.format.ScriptStep;
import dev.accrete.runtime.format.StepMode;
import dev.accrete.testkit.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the processor writes runs on real databases. */
class DraftOnDatabasesTest {

    private static final String TEAM = """
            package club;
            import jakarta.persistence.*;
            @Entity @Table(name = "teams") public class Team {
                @Id @GeneratedValue(strategy = GenerationType.IDENTITY) Long id;
                @Column(nullable = false, unique = true, length = 40) String name;
            }
            """;

    private static final String MEMBER = """
            package club;
            import jakarta.persistence.*;
            @Entity @Table(name = "members", indexes = @Index(columnList = "joined")) public class Member {
                @Id @GeneratedValue Long id;
                java.time.LocalDate joined;
                @ManyToOne(optional = false) Team team;
            }
            """;

    @TempDir
    Path out;

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void theDraftCreatesTheTablesAndItsUndoScriptRemovesThem(String dialect) throws Exception {
        Compile.Result result = Compile.into(out).sources(TEAM, MEMBER);
        assertThat(result.messages()).isEmpty();
        SortedMap<String, String> files = result.resources();

        try (TestDatabase database = TestDatabase.create(dialect)) {
            run(database, files, "db/draft/" + dialect + "/V0001__draft.sql");
            database.execute(
                    "insert into teams (name) values ('first')",
                    "insert into members (id, joined, team_id) values (1, null, 1)");
            run(database, files, "db/draft/" + dialect + "/U0001__draft.sql");
            run(database, files, "db/draft/" + dialect + "/V0001__draft.sql");
        }
    }

    /** As the runtime does: each step in a transaction, where its mode asks for one. */
    private static void run(TestDatabase database, SortedMap<String, String> files, String path) throws SQLException {
        List<ScriptStep> steps = Script.parse(files.get(path), path).steps();
        assertThat(steps).isNotEmpty();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (ScriptStep step : steps) {
                connection.setAutoCommit(step.mode() == StepMode.AUTOCOMMIT);
                for (ScriptStatement each : step.statements()) {
                    statement.execute(each.sql());
                }
                connection.setAutoCommit(true);
            }
        }
    }
}
