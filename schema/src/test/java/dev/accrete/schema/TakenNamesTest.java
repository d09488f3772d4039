package dev.accrete.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accrete.schema.dialect.Dialect;
import dev.accrete.schema.dialect.Dialects;
import dev.accrete.schema.diff.CaseIntents;
import dev.accrete.schema.diff.Intents;
import dev.accrete.schema.inspect.ComparisonOptions;
import dev.accrete.schema.inspect.DatabaseInspector;
import dev.accrete.schema.inspect.PhysicalSchema;
import dev.accrete.schema.inspect.PhysicalSchemaComparison;
import dev.accrete.schema.model.CheckConstraint;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.ColumnTypes;
import dev.accrete.schema.model.ForeignKey;
import dev.accrete.schema.model.Index;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.PrimaryKey;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.Sequence;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.model.UniqueKey;
import dev.accrete.schema.snapshot.Kept;
import dev.accrete.schema.snapshot.Snapshot;
import dev.accrete.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a script makes has the name of something that no model has: the script stops there, and leaves that as it is. Names of
 * constraints are the schema's on H2, and their table's on PostgreSQL.
 */
class TakenNamesTest {

    private static final ColumnType BIGINT = ColumnTypes.simple(ColumnType.Simple.Kind.BIGINT);
    private static final QualifiedName ITEM = QualifiedName.of("item");
    private static final Name ID = Name.of("id");
    private static final Name OWNER = Name.of("owner");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            h2         | item_owner_key   | ALTER TABLE theirs ADD CONSTRAINT item_owner_key UNIQUE (n)
            h2         | item_owner_key   | ALTER TABLE item ADD CONSTRAINT item_owner_key UNIQUE (n)
            h2         | item_owner_check | ALTER TABLE theirs ADD CONSTRAINT item_owner_check CHECK (n > 0)
            h2         | item_owner_fkey  | ALTER TABLE theirs ADD CONSTRAINT item_owner_fkey FOREIGN KEY (n) REFERENCES theirs
            h2         | item_owner_idx   | CREATE INDEX item_owner_idx ON theirs (n)
            h2         | item_owner_idx   | CREATE INDEX item_owner_idx ON item (n)
            h2         | owner            | ALTER TABLE item ADD COLUMN owner varchar(9)
            h2         | part             | CREATE TABLE part (n int)
            h2         | part_seq         | CREATE SEQUENCE part_seq INCREMENT BY 7
            postgresql | item_owner_key   | CREATE UNIQUE INDEX item_owner_key ON theirs (n)
            postgresql | item_owner_key   | ALTER TABLE item ADD CONSTRAINT item_owner_key UNIQUE (n)
            postgresql | item_owner_check | ALTER TABLE item ADD CONSTRAINT item_owner_check CHECK (n > 0)
            postgresql | item_owner_fkey  | ALTER TABLE item ADD CONSTRAINT item_owner_fkey FOREIGN KEY (n) REFERENCES theirs
            postgresql | item_owner_idx   | CREATE INDEX item_owner_idx ON theirs (n)
            postgresql | item_owner_idx   | CREATE INDEX item_owner_idx ON item (n)
            postgresql | owner            | ALTER TABLE item ADD COLUMN owner varchar(9)
            postgresql | part             | CREATE TABLE part (n int)
            postgresql | part_seq         | CREATE SEQUENCE part_seq INCREMENT BY 7
            """)
    void theScriptStops(String dialectName, String name, String foreign) throws SQLException {
        Dialect dialect = Dialects.named(dialectName).orElseThrow();
        Schema before = Schema.of(List.of(item()));
        String script = MigrationPipeline.draft(new DraftRequest(
                        new Snapshot(before, Kept.nothing(), new TreeMap<>(), new TreeSet<>()),
                        after(),
                        new TreeMap<>(),
                        new TreeSet<>(),
                        CaseIntents.origins(after()),
                        Intents.none(),
                        List.of(dialect),
                        2,
                        "second"))
                .scripts()
                .get(dialectName)
                .script();
        try (TestDatabase database = TestDatabase.create(dialectName);
                Connection connection = database.connect()) {
            Scripts.run(connection, MigratingDatabase.fromNothing(before, dialect));
            database.execute("CREATE TABLE theirs (n int PRIMARY KEY)", "ALTER TABLE item ADD COLUMN n int", foreign);
            PhysicalSchema found = inspect(dialect, connection);

            assertThatThrownBy(() -> Scripts.run(connection, script))
                    .message()
                    .matches("(?is).*(already exists|duplicate column).*")
                    .containsIgnoringCase(name);

            // What has been made by then is the model's; what was there is as it was.
            assertThat(PhysicalSchemaComparison.differences(
                            found, inspect(dialect, connection), ComparisonOptions.definitions()))
                    .allMatch(difference -> difference.toString().contains("expected absent"));
        }
    }

    private static PhysicalSchema inspect(Dialect dialect, Connection connection) throws SQLException {
        return DatabaseInspector.forDialect(dialect.name()).inspect(connection);
    }

    private static Table item() {
        return Table.of(ITEM, List.of(Column.required(ID, BIGINT)))
                .withPrimaryKey(Optional.of(new PrimaryKey(Name.of("item_pkey"), List.of(ID))));
    }

    /** The item's owner, with all that a column can have, and a table with a sequence. */
    private static Schema after() {
        Table part = Table.of(QualifiedName.of("part"), List.of(Column.required(ID, BIGINT)))
                .withPrimaryKey(Optional.of(new PrimaryKey(Name.of("part_pkey"), List.of(ID))));
        Table item = item().withColumn(Column.of(OWNER, BIGINT))
                .withUniqueKeys(List.of(UniqueKey.of(Name.of("item_owner_key"), List.of(OWNER))))
                .withIndexes(List.of(Index.of(Name.of("item_owner_idx"), List.of(OWNER))))
                .withChecks(List.of(CheckConstraint.of(Name.of("item_owner_check"), "owner > 0")))
                .withForeignKeys(List.of(ForeignKey.of(Name.of("item_owner_fkey"), List.of(OWNER), ITEM, List.of(ID))));
        return Schema.of(List.of(item, part)).withSequences(List.of(Sequence.of(QualifiedName.of("part_seq"), 1, 50)));
    }
}
