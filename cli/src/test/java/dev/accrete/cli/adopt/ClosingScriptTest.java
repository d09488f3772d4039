package dev.accrete.cli.adopt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accrete.cli.drift.Drift;
import dev.accrete.schema.inspect.SchemaDifference;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.ColumnType.Simple.Kind;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.snapshot.Kept;
import dev.accrete.schema.snapshot.Snapshot;
import dev.accrete.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClosingScriptTest {

    private static final Snapshot BILLS = Snapshot.of(
            Schema.of(List.of(Table.of(
                    QualifiedName.of("bills"),
                    List.of(
                            column("total"),
                            column("tax"),
                            column("due").withGeneratedAs(Optional.of("total + tax")))))),
            Kept.nothing(),
            Map.of(),
            Set.of());

    private static Column column(String name) {
        return Column.of(Name.of(name), new ColumnType.Simple(Kind.INTEGER));
    }

    /** Computed columns are computed anew; one that has values of its own keeps them, and is named. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            h2         | integer generated always as (total - tax)        | true
            postgresql | integer generated always as (total - tax) stored | true
            h2         | integer                                          | false
            postgresql | integer                                          | false
            """)
    void aComputedColumnIsReplaced(String dialect, String due, boolean closed) throws SQLException {
        try (TestDatabase database = TestDatabase.create(dialect);
                Connection connection = database.connect()) {
            database.execute("CREATE TABLE bills (total integer, tax integer, due " + due + ")");
            List<SchemaDifference> differences = Drift.strict().differences(connection, BILLS);
            assertThat(differences).isNotEmpty();

            String script = ClosingScript.write(connection, BILLS, 1, differences);
            connection.createStatement().execute(script);

            assertThat(Drift.strict().differences(connection, BILLS).isEmpty())
                    .as(script)
                    .isEqualTo(closed);
            assertThat(script).containsIgnoringCase("bills.due: generated: expected ");
        }
    }
}
