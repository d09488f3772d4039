package dev.accrete.schema.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.accrete.schema.model.CheckConstraint;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.ColumnTypes;
import dev.accrete.schema.model.ForeignKey;
import dev.accrete.schema.model.Index;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.PrimaryKey;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.ReferentialAction;
import dev.accrete.schema.model.Row;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.Sequence;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.model.TypeDefinition;
import dev.accrete.schema.model.UniqueKey;
import dev.accrete.schema.model.View;
import dev.accrete.schema.snapshot.Kept.KeptColumn;
import dev.accrete.schema.snapshot.Kept.KeptConstraint;
import dev.accrete.schema.snapshot.Kept.KeptRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SnapshotTest {

    private static final Name ID = Name.of("id");
    private static final ColumnType BIGINT = ColumnTypes.parse("bigint");

    @Test
    void everyFactIsReadBackAsItWasWritten() {
        Snapshot snapshot = full();

        String text = SnapshotWriter.write(snapshot);
        Snapshot read = SnapshotReader.read(text, "schema.json");

        assertThat(read).isEqualTo(snapshot);
        assertThat(SnapshotWriter.write(read)).isEqualTo(text);
    }

    @Test
    void aKeptRowStandsInADatabaseThatAsksForNoOtherValues() {
        QualifiedName numbers = QualifiedName.of("numbers");
        Row row = new Row(List.of(Name.of("kind")), List.of("'user'"));
        Kept kept = new Kept(
                List.of(), List.of(), List.of(), List.of(), List.of(), List.of(new KeptRow(numbers, row, Set.of())));
        Table optional = Table.of(numbers, List.of(Column.of(ID, BIGINT)));
        Table required = Table.of(numbers, List.of(Column.required(ID, BIGINT)));

        assertThat(kept.with(Schema.of(List.of(optional))).tables().get(0).rows())
                .containsExactly(row);
        assertThat(kept.with(Schema.of(List.of(required))).tables().get(0).rows())
                .isEmpty();
    }

    @Test
    void textHasOneFactPerLineAndAConstantEnd() {
        Table users = Table.of(
                        QualifiedName.of("users"),
                        List.of(Column.required(ID, BIGINT).withIdentity(true)))
                .withPrimaryKey(Optional.of(new PrimaryKey(Name.of("users_pkey"), List.of(ID))));

        String text = SnapshotWriter.write(Snapshot.of(
                Schema.of(List.of(users)), Kept.nothing(), Map.of("naming", "jpa"), Set.of("com.acme.User")));

        assertThat(text).isEqualTo("""
                        {"format":1,"facts":[
                        {"setting":"naming","value":"jpa"},
                        {"class":"com.acme.User"},
                        {"table":"users"},
                        {"table":"users","column":"id","type":"bigint","nullable":false,"identity":true},
                        {"table":"users","primaryKey":"users_pkey","columns":["id"]},
                        {}]}
                        """);
    }

    @Test
    void addingAColumnAddsOneLineAndChangesNone() {
        Table before = Table.of(QualifiedName.of("users"), List.of(Column.of(ID, BIGINT)));
        Table after = before.withColumn(Column.of(Name.of("email"), ColumnTypes.varchar(255)));

        List<String> linesBefore = write(before).lines().toList();
        List<String> linesAfter = new ArrayList<>(write(after).lines().toList());
        linesAfter.removeAll(linesBefore);

        assertThat(linesAfter).containsExactly("{\"table\":\"users\",\"column\":\"email\",\"type\":\"varchar(255)\"},");
    }

    @Test
    void textThatAFormatterHasBeenOverReadsTheSame() {
        String text = SnapshotWriter.write(full());

        String formatted = text.replace("{", "{\r\n  ").replace("\":", "\" : ");

        assertThat(SnapshotReader.read(formatted, "schema.json")).isEqualTo(full());
    }

    @Test
    void conflictMarkersAreNamedWithTheirLine() {
        String text = write(Table.of(QualifiedName.of("users"), List.of(Column.of(ID, BIGINT))))
                .replace("{}]}", "<<<<<<< HEAD\n{\"class\":\"A\"},\n=======\n>>>>>>> topic\n{}]}");

        assertThat(failure(text))
                .startsWith("[ACC-F001] schema.json:4: git could not merge this file")
                .contains("accrete rebase");
    }

    @Test
    void damagedJsonIsNamedWithItsLine() {
        String text = write(Table.of(QualifiedName.of("users"), List.of(Column.of(ID, BIGINT))));

        assertThat(failure(text.replace("\"column\":", "\"column\""))).startsWith("[ACC-F002] schema.json:3: ");
        assertThat(failure(text.substring(0, text.length() - 20))).startsWith("[ACC-F002] schema.json:3: ");
        assertThat(failure("")).startsWith("[ACC-F002] schema.json:1: ");
        assertThat(failure("[]")).startsWith("[ACC-F002] schema.json:1: ");
    }

    @Test
    void aFileCutOffBetweenTwoFactsIsNoticed() {
        assertThat(failure("{\"format\":1,\"facts\":[\n{\"class\":\"A\"}\n]}"))
                .startsWith("[ACC-F004] schema.json:3: the empty object that ends the list is missing");
    }

    @Test
    void aNewerFormatIsRefusedBeforeItsFactsAreRead() {
        assertThat(failure("{\"format\":2,\"facts\":{\"what\":\"ever\"}}"))
                .startsWith("[ACC-F003] schema.json:1: the snapshot has format 2");
    }

    @Test
    void whatIsUnknownIsNeverSkipped() {
        assertThat(failure(facts("{\"trigger\":\"t\"}")))
                .startsWith("[ACC-F004] schema.json:2: a fact of an unknown kind");
        assertThat(failure(facts("{\"class\":\"A\",\"sealed\":true}")))
                .startsWith("[ACC-F004] schema.json:2: \"sealed\" is unknown here");
        assertThat(failure(facts("{\"table\":\"t\"},\n{\"table\":\"t\",\"column\":\"c\",\"type\":\"money\"}")))
                .startsWith("[ACC-F004] schema.json:3: a value is invalid: no column type: money");
        assertThat(failure(facts("{\"table\":\"t\",\"column\":\"c\",\"type\":\"uuid\"}")))
                .startsWith("[ACC-F004] schema.json:2: table t is not stated before this");
    }

    @Test
    void aLineThatAMergeBroughtInTwiceIsRefused() {
        String column = "{\"table\":\"t\",\"column\":\"c\",\"type\":\"uuid\"}";

        assertThat(failure(facts("{\"table\":\"t\"},\n" + column + ",\n" + column)))
                .startsWith("[ACC-F004] schema.json:4: column c of table t is stated twice");
    }

    @Test
    void hashIgnoresWhatIsNoDifferenceBetweenModels() {
        Column email = Column.of(Name.of("email"), ColumnTypes.varchar(255));
        Table table = Table.of(QualifiedName.of("users"), List.of(Column.of(ID, BIGINT), email));
        Table other = Table.of(QualifiedName.of("USERS"), List.of(email, Column.of(Name.of("Id"), BIGINT)));

        String hash = ModelHash.of(Schema.of(List.of(table)));

        assertThat(hash).matches("1:[0-9a-f]{32}");
        assertThat(ModelHash.of(Schema.of(List.of(other)))).isEqualTo(hash);
        assertThat(ModelHash.of(Schema.of(List.of(table.withColumns(List.of(Column.required(ID, BIGINT), email))))))
                .isNotEqualTo(hash);
        assertThat(ModelHash.of(Schema.of(List.of(table.withName(QualifiedName.of(Name.quoted("users")))))))
                .isNotEqualTo(hash);
    }

    @Test
    void whatIsKeptOnOneDialectAloneIsMergedAndSeenThere() {
        Kept both = new Kept(
                List.of(),
                List.of(Sequence.of(QualifiedName.of("s"), 1, 50)),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        Kept h2 = new Kept(
                List.of(),
                both.sequences(),
                List.of(),
                List.of(new KeptColumn(QualifiedName.of("users"), Column.of(ID, BIGINT), false, Set.of())),
                List.of(),
                List.of());

        Kept merged = Kept.merge(Map.of("h2", h2, "postgresql", both));

        assertThat(merged.on("h2")).isEqualTo(h2);
        assertThat(merged.on("postgresql")).isEqualTo(both);
        assertThat(merged.sequences()).isEqualTo(both.sequences());
    }

    private static String facts(String lines) {
        return "{\"format\":1,\"facts\":[\n" + lines + ",\n{}]}\n";
    }

    private static String failure(String text) {
        SnapshotException failure =
                catchThrowableOfType(SnapshotException.class, () -> SnapshotReader.read(text, "schema.json"));
        assertThat(failure).as("a damaged snapshot is refused").isNotNull();
        return failure.finding().text();
    }

    private static String write(Table table) {
        return SnapshotWriter.write(Snapshot.of(Schema.of(List.of(table)), Kept.nothing(), Map.of(), Set.of()));
    }

    private static Snapshot full() {
        Name crm = Name.quoted("Crm");
        QualifiedName mood = QualifiedName.of(crm, Name.of("mood"));
        Column all = Column.of(Name.quoted("Total \"x\""), new ColumnType.Named(mood))
                .withDefaultValue(Optional.of("'a\\b\u2028'"))
                .withChecks(List.of("x > 0", "x < 9"))
                .withCollation(Optional.of("C"))
                .withComment(Optional.of("text with \"quotes\" and\nlines"))
                .withOptions(Optional.of("storage plain"));
        Column enumeration = Column.of(
                Name.of("level"),
                new ColumnType.Enumeration(ColumnType.Enumeration.Storage.STRING, 255, List.of("A", "it's")));
        Column array =
                Column.required(Name.of("tags"), new ColumnType.Array(ColumnTypes.varchar(20), OptionalInt.of(5)));
        Column generated = Column.of(Name.of("sum"), BIGINT).withGeneratedAs(Optional.of("a + b"));
        ForeignKey plain = ForeignKey.of(Name.of("fk_a"), List.of(ID), QualifiedName.of("other"), List.of(ID));
        ForeignKey rich = new ForeignKey(
                Name.of("fk_b"),
                List.of(ID, Name.of("level")),
                QualifiedName.of(crm, Name.of("third")),
                List.of(ID, Name.of("x")),
                ReferentialAction.CASCADE,
                ReferentialAction.SET_NULL,
                Optional.of("FOREIGN KEY (id) REFERENCES x"),
                Optional.of("deferrable"));
        Index index = new Index(
                Name.of("ix"),
                List.of(Index.Part.column(ID, true), Index.Part.expression("lower(x)", false)),
                true,
                Optional.of("where x is null"));
        Table table = Table.of(
                        QualifiedName.of(crm, Name.of("orders")),
                        List.of(all, enumeration, array, generated, Column.of(ID, BIGINT)))
                .withPrimaryKey(Optional.of(new PrimaryKey(Name.of("pk"), List.of(ID))))
                .withUniqueKeys(List.of(UniqueKey.of(Name.of("uk"), List.of(Name.of("level"), ID))))
                .withForeignKeys(List.of(plain, rich))
                .withIndexes(List.of(index))
                .withChecks(List.of(new CheckConstraint(Name.of("ck"), "id > 0", Optional.of("not valid"))))
                .withRows(List.of(new Row(List.of(ID, Name.of("level")), List.of("1", "'A'"))))
                .withComment(Optional.of("orders"))
                .withOptions(Optional.of("with (fillfactor=70)"));
        Table variant = Table.of(QualifiedName.of("variant"), List.of(Column.of(ID, BIGINT)));
        Schema model = new Schema(
                List.of(
                        new TypeDefinition.EnumType(mood, List.of("sad", "ok"), Set.of("postgresql")),
                        new TypeDefinition.CompositeType(
                                QualifiedName.of("address"),
                                List.of(Column.of(Name.of("zip"), ColumnTypes.varchar(5))),
                                Set.of())),
                List.of(new Sequence(QualifiedName.of("s"), -1, -50, Optional.of("cycle"), Set.of())),
                List.of(
                        table,
                        variant.withDialects(Set.of("h2")),
                        variant.withColumn(generated).withDialects(Set.of("postgresql", "mysql"))),
                List.of(new View(QualifiedName.of("v"), "select 1", Set.of("h2"))));
        QualifiedName old = QualifiedName.of("old");
        Kept kept = new Kept(
                List.of(new TypeDefinition.EnumType(QualifiedName.of("gone"), List.of("x"), Set.of())),
                List.of(Sequence.of(QualifiedName.of("old_seq"), 1, 50)),
                List.of(Table.of(old, List.of(Column.required(ID, BIGINT)))),
                List.of(
                        new KeptColumn(old, Column.of(Name.of("fax"), ColumnTypes.varchar(10)), true, Set.of()),
                        new KeptColumn(
                                table.name(), Column.of(Name.of("fax"), ColumnTypes.varchar(10)), false, Set.of("h2"))),
                List.of(new KeptConstraint(old, UniqueKey.of(Name.of("uk_fax"), List.of(Name.of("fax"))), Set.of())),
                List.of(new KeptRow(old, new Row(List.of(ID), List.of("7")), Set.of())));
        return Snapshot.of(
                model, kept, Map.of("naming", "jpa", "hibernate", "7.4"), Set.of("com.acme.A", "com.acme.B"));
    }
}
