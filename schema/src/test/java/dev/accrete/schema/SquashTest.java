package dev.accrete.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accrete.schema.dialect.Dialect;
import dev.accrete.schema.dialect.Dialects;
import dev.accrete.schema.diff.Intents;
import dev.accrete.schema.inspect.ComparisonOptions;
import dev.accrete.schema.inspect.DatabaseInspector;
import dev.accrete.schema.inspect.PhysicalSchemaComparison;
import dev.accrete.schema.inspect.SchemaDifference;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ColumnTypes;
import dev.accrete.schema.model.Index;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.Origin;
import dev.accrete.schema.model.Origins;
import dev.accrete.schema.model.PrimaryKey;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.Sequence;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.snapshot.ModelHash;
import dev.accrete.schema.snapshot.Snapshot;
import dev.accrete.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A squash: a new database that runs it is the one that ran every migration, for later migrations too. */
class SquashTest {

    private static final QualifiedName USERS = QualifiedName.of("users");
    private static final Schema FIRST = model("name", "fax");
    private static final Schema SECOND =
            model("full_name").withSequences(List.of(Sequence.of(QualifiedName.of("users_seq"), 1, 50)));
    private static final Schema THIRD = model("full_name", "email");

    private static Schema model(String... columns) {
        Table table = Table.of(USERS, List.of(Column.required(Name.of("id"), ColumnTypes.parse("bigint"))))
                .withPrimaryKey(Optional.of(new PrimaryKey(Name.of("users_pkey"), List.of(Name.of("id")))));
        for (String column : columns) {
            table = table.withColumn(Column.of(Name.of(column), ColumnTypes.varchar(255)));
        }
        return Schema.of(List.of(table.withIndexes(
                List.of(Index.of(Name.of("users_" + columns[0] + "_idx"), List.of(Name.of(columns[0])))))));
    }

    private static Draft draft(Snapshot before, Schema after, int version, Intents intents, Dialect dialect) {
        return MigrationPipeline.draft(new DraftRequest(
                before,
                after,
                new TreeMap<>(),
                new TreeSet<>(),
                Origins.none(),
                intents,
                List.of(dialect),
                version,
                "step"));
    }

    /** The second migration renames a column and keeps another one, which the third drops. */
    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void aNewDatabaseIsTheOneThatRanEveryMigration(String name) throws SQLException {
        Dialect dialect = Dialects.named(name).orElseThrow();
        Origin origin = new Origin("com.acme.User", "");
        Intents rename = new Intents(
                List.of(),
                List.of(new Intents.ColumnRename(USERS, Name.of("full_name"), Name.of("name"), origin)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        Intents drop = new Intents(
                List.of(),
                List.of(),
                List.of(),
                List.of(new Intents.ColumnDrop(USERS, Name.of("fax"), origin)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        Draft first = draft(Snapshot.empty(), FIRST, 1, Intents.none(), dialect);
        Draft second = draft(first.after(), SECOND, 2, rename, dialect);
        Draft third = draft(second.after(), THIRD, 3, drop, dialect);

        DraftScript squash = MigrationPipeline.squash(new SquashRequest(
                        second.after(), Origins.none(), List.of(dialect), 1, 2, "1:abc", "all_so_far"))
                .get(name);

        assertThat(squash.script())
                .startsWith("-- accrete:migration V0002 all_so_far " + name + "\n-- accrete:model "
                        + ModelHash.of(SECOND)
                        + "\n-- accrete:verdict compatible\n-- accrete:squashes V0001 V0002 1:abc\n");
        try (TestDatabase old = TestDatabase.create(name);
                TestDatabase fresh = TestDatabase.create(name);
                Connection atOld = old.connect();
                Connection atFresh = fresh.connect()) {
            Scripts.run(atOld, first.scripts().get(name).script());
            Scripts.run(atOld, second.scripts().get(name).script());
            Scripts.run(atFresh, squash.script());
            assertThat(differences(atOld, atFresh, name)).isEmpty();

            Scripts.run(atOld, third.scripts().get(name).script());
            Scripts.run(atFresh, third.scripts().get(name).script());
            assertThat(differences(atOld, atFresh, name)).isEmpty();

            Scripts.run(atFresh, third.scripts().get(name).undo());
            Scripts.run(atFresh, squash.undo());
            assertThat(DatabaseInspector.forDialect(name).inspect(atFresh).tables())
                    .isEmpty();
        }
    }

    private static List<SchemaDifference> differences(Connection one, Connection other, String dialect)
            throws SQLException {
        return PhysicalSchemaComparison.differences(
                DatabaseInspector.forDialect(dialect).inspect(one),
                DatabaseInspector.forDialect(dialect).inspect(other),
                ComparisonOptions.definitions().withNames(ComparisonOptions.Names.EXACT));
    }

    @Test
    void aRangeThatEndsBeforeItStartsIsRefused() {
        assertThatThrownBy(() ->
                        new SquashRequest(Snapshot.empty(), Origins.none(), Dialects.ALL, 3, 2, "1:abc", "nothing"))
                .hasMessage("nothing to squash from 3 to 2");
    }
}
