package dev.accrete.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accrete.schema.dialect.Dialect;
import dev.accrete.schema.dialect.Dialects;
import dev.accrete.schema.diff.Intents;
import dev.accrete.schema.model.CheckConstraint;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.ColumnTypes;
import dev.accrete.schema.model.ForeignKey;
import dev.accrete.schema.model.Index;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.Origins;
import dev.accrete.schema.model.PrimaryKey;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.Sequence;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.model.UniqueKey;
import dev.accrete.schema.snapshot.Snapshot;
import dev.accrete.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each change, with rows in the tables: the script runs, the undo script runs, and the script runs again. */
class MigrationPipelineTest {

    private static final ColumnType BIGINT = ColumnTypes.simple(ColumnType.Simple.Kind.BIGINT);
    private static final ColumnType INTEGER = ColumnTypes.simple(ColumnType.Simple.Kind.INTEGER);
    private static final QualifiedName USERS = QualifiedName.of("users");
    private static final QualifiedName TEAMS = QualifiedName.of("teams");
    private static final ColumnType.Enumeration STATE =
            new ColumnType.Enumeration(ColumnType.Enumeration.Storage.STRING, 255, List.of("NEW", "OLD"));

    private static Table users() {
        return Table.of(
                        USERS,
                        List.of(
                                Column.required(Name.of("id"), BIGINT).withIdentity(true),
                                Column.required(Name.of("email"), ColumnTypes.varchar(255)),
                                Column.of(Name.of("age"), INTEGER),
                                Column.required(Name.of("state"), STATE),
                                Column.of(Name.of("team_id"), BIGINT)))
                .withPrimaryKey(Optional.of(new PrimaryKey(Name.of("users_pkey"), List.of(Name.of("id")))));
    }

    private static Table teams() {
        return Table.of(TEAMS, List.of(Column.required(Name.of("id"), BIGINT)))
                .withPrimaryKey(Optional.of(new PrimaryKey(Name.of("teams_pkey"), List.of(Name.of("id")))));
    }

    private static ForeignKey teamKey() {
        return ForeignKey.of(Name.of("users_team_id_fkey"), List.of(Name.of("team_id")), TEAMS, List.of(Name.of("id")));
    }

    private static Schema model(Table... tables) {
        return Schema.of(List.of(tables));
    }

    private static Draft draft(Snapshot before, Schema after, Intents intents, Dialect dialect) {
        return MigrationPipeline.draft(new DraftRequest(
                before,
                after,
                new TreeMap<>(),
                new TreeSet<>(),
                Origins.none(),
                intents,
                List.of(dialect),
                2,
                "change"));
    }

    private static Snapshot snapshot(Schema schema) {
        return new Snapshot(schema, dev.accrete.schema.snapshot.Kept.nothing(), new TreeMap<>(), new TreeSet<>());
    }

    /** Applies there, back and there again. */
    private static String roundTrip(String dialectName, Schema before, Schema after) throws SQLException {
        Dialect dialect = Dialects.named(dialectName).orElseThrow();
        Draft first = draft(Snapshot.empty(), before, Intents.none(), dialect);
        Draft change = draft(snapshot(before), after, Intents.none(), dialect);
        assertThat(change.scripts()).as(() -> change.findings().toString()).containsKey(dialectName);
        DraftScript script = change.scripts().get(dialectName);
        try (TestDatabase database = TestDatabase.create(dialectName);
                Connection connection = database.connect()) {
            if (!first.empty()) {
                Scripts.run(connection, first.scripts().get(dialectName).script());
            }
            if (before.table(TEAMS).isPresent()) {
                database.execute(
                        "INSERT INTO teams (id) VALUES (7)",
                        "INSERT INTO users (email, age, state, team_id) VALUES ('a@b', 3, 'NEW', 7)",
                        "INSERT INTO users (email, age, state, team_id) VALUES ('c@d', 4, 'OLD', 7)");
            }
            Scripts.run(connection, script.script());
            Scripts.run(connection, script.undo());
            Scripts.run(connection, script.script());
        }
        return script.script();
    }

    private static void changesBoth(String dialect, UnaryOperator<Table> change) throws SQLException {
        Schema before = model(users(), teams());
        Schema after = model(change.apply(users()), teams());
        roundTrip(dialect, before, after);
        roundTrip(dialect, after, before);
    }

    private static Table with(Table table, Column column) {
        return table.withColumns(table.columns().stream()
                .map(old -> old.name().equals(column.name()) ? column : old)
                .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void tablesThatReferToEachOtherAndASequenceAreCreated(String dialect) throws SQLException {
        Table back = teams().withColumn(Column.of(Name.of("lead_id"), BIGINT))
                .withForeignKeys(List.of(ForeignKey.of(
                        Name.of("teams_lead_id_fkey"), List.of(Name.of("lead_id")), USERS, List.of(Name.of("id")))));
        Schema after = model(users().withForeignKeys(List.of(teamKey())), back)
                .withSequences(List.of(Sequence.of(QualifiedName.of("users_seq"), 1, 50)));

        String script = roundTrip(dialect, Schema.empty(), after);

        assertThat(script)
                .contains("-- accrete:migration V0002 change " + dialect)
                .contains("verdict compatible");
        assertThat(script.split("accrete:step")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void aColumnWithoutValuesIsAddedAndKept(String dialect) throws SQLException {
        changesBoth(dialect, table -> table.withColumn(Column.of(Name.of("avatar_url"), ColumnTypes.varchar(255))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void aRequiredColumnWithADefaultIsAddedAndRelaxed(String dialect) throws SQLException {
        changesBoth(
                dialect,
                table -> table.withColumn(
                        Column.required(Name.of("score"), INTEGER).withDefaultValue(Optional.of("0"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void anEnumColumnIsAddedWithItsCheck(String dialect) throws SQLException {
        changesBoth(dialect, table -> table.withColumn(Column.of(Name.of("mood"), STATE)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void indexesUniqueKeysForeignKeysAndChecksComeAndGo(String dialect) throws SQLException {
        changesBoth(
                dialect,
                table -> table.withIndexes(List.of(Index.of(Name.of("users_team_id_idx"), List.of(Name.of("team_id")))))
                        .withUniqueKeys(List.of(UniqueKey.of(Name.of("users_email_key"), List.of(Name.of("email")))))
                        .withForeignKeys(List.of(teamKey()))
                        .withChecks(List.of(CheckConstraint.of(Name.of("users_age_check1"), "age >= 0"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void aColumnBecomesRequired(String dialect) throws SQLException {
        changesBoth(dialect, table -> with(table, Column.required(Name.of("age"), INTEGER)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void aTypeGetsWiderUnderAForeignKey(String dialect) throws SQLException {
        changesBoth(dialect, table -> with(table, Column.of(Name.of("age"), BIGINT)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void anEnumGetsAConstant(String dialect) throws SQLException {
        ColumnType wider =
                new ColumnType.Enumeration(ColumnType.Enumeration.Storage.STRING, 255, List.of("NEW", "OLD", "GONE"));
        changesBoth(dialect, table -> with(table, Column.required(Name.of("state"), wider)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void aDefaultAndACommentChange(String dialect) throws SQLException {
        changesBoth(
                dialect,
                table -> with(
                        table,
                        Column.of(Name.of("age"), INTEGER)
                                .withDefaultValue(Optional.of("18"))
                                .withComment(Optional.of("in 'years'"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void aSequenceSteps(String dialect) throws SQLException {
        QualifiedName name = QualifiedName.of("users_seq");
        Schema before = model(users(), teams()).withSequences(List.of(Sequence.of(name, 1, 1)));
        roundTrip(dialect, before, before.withSequences(List.of(Sequence.of(name, 1, 50))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void aTableThatIsNoLongerMappedStays(String dialect) throws SQLException {
        String script = roundTrip(dialect, model(users(), teams()), model(users()));

        assertThat(script).doesNotContain("DROP TABLE");
    }

    @Test
    void twoRunsGiveTheSameTextAndNoChangeGivesNone() {
        Dialect dialect = Dialects.named("postgresql").orElseThrow();
        Schema schema = model(users(), teams());

        assertThat(draft(Snapshot.empty(), schema, Intents.none(), dialect))
                .isEqualTo(draft(Snapshot.empty(), schema, Intents.none(), dialect));
        assertThat(draft(snapshot(schema), schema, Intents.none(), dialect).empty())
                .isTrue();
    }

    @Test
    void aChangeOnOneDialectGivesTheOtherAScriptWithoutSteps() {
        Table everywhere = teams();
        Table onPostgres = everywhere
                .withColumn(Column.of(Name.of("label"), ColumnTypes.varchar(20)))
                .withDialects(java.util.Set.of("postgresql"));
        Schema after = model(everywhere.withDialects(java.util.Set.of("h2")), onPostgres);

        Draft draft = MigrationPipeline.draft(new DraftRequest(
                snapshot(model(everywhere)),
                after,
                new TreeMap<>(),
                new TreeSet<>(),
                Origins.none(),
                Intents.none(),
                Dialects.ALL,
                2,
                "change"));

        assertThat(draft.scripts()).containsOnlyKeys("h2", "postgresql");
        assertThat(draft.scripts().get("postgresql").script()).contains("accrete:step 1");
        assertThat(draft.scripts().get("h2").script())
                .startsWith("-- accrete:migration V0002 change h2\n")
                .doesNotContain("accrete:step");
        assertThat(draft.scripts().get("h2").undo())
                .startsWith("-- accrete:undo V0002 change h2\n")
                .doesNotContain("accrete:step");
    }
}
