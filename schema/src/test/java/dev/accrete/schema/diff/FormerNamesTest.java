package dev.accrete.schema.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accrete.schema.finding.Finding;
import dev.accrete.schema.model.Origins;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.snapshot.Snapshot;
import dev.accrete.schema.snapshot.SnapshotReader;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** No case of the others: what is stated here can't run. */
class FormerNamesTest {

    private static final String BEFORE = """
            {"format":1,"facts":[
            {"table":"person"},
            {"table":"person","column":"id","type":"bigint","nullable":false},
            {"table":"person","column":"street","type":"varchar(255)"},
            {"table":"person","primaryKey":"person_pkey","columns":["id"]},
            {"table":"visit"},
            {"table":"visit","column":"id","type":"bigint","nullable":false},
            {"table":"visit","column":"person_id","type":"bigint","nullable":false},
            {"table":"visit","primaryKey":"visit_pkey","columns":["id"]},
            {"table":"visit","foreignKey":"visit_person_id_fkey","columns":["person_id"],"references":"person","referencedColumns":["id"]},
            {}]}
            """;

    private static final String AFTER = """
            {"format":1,"facts":[
            {"table":"address"},
            {"table":"address","column":"id","type":"bigint","nullable":false},
            {"table":"address","column":"road","type":"varchar(255)"},
            {"table":"address","primaryKey":"address_pkey","columns":["id"]},
            {"table":"guest"},
            {"table":"guest","column":"id","type":"bigint","nullable":false},
            {"table":"guest","column":"road","type":"varchar(255)"},
            {"table":"guest","primaryKey":"guest_pkey","columns":["id"]},
            {"table":"visit"},
            {"table":"visit","column":"id","type":"bigint","nullable":false},
            {"table":"visit","column":"person_id","type":"bigint","nullable":false},
            {"table":"visit","column":"lane","type":"varchar(255)"},
            {"table":"visit","column":"road","type":"varchar(255)"},
            {"table":"visit","primaryKey":"visit_pkey","columns":["id"]},
            {"table":"visit","foreignKey":"visit_person_id_fkey","columns":["person_id"],"references":"guest","referencedColumns":["id"]},
            {}]}
            """;

    @Test
    void statedSqlThatNamesWhatIsRenamedIsOfferedWithTheNewNames() {
        Snapshot before = SnapshotReader.read(BEFORE, "before");
        Intents intents = CaseIntents.parse(List.of(
                "rename-table guest from person",
                "rename-column guest.road from street",
                "fill address (id, road) select id, street from person where street <> 'street of person'",
                "backfill visit.road (select p.street from guest p where p.id = visit.person_id)",
                "backfill visit.lane (select person.road from guest person where person.id = visit.person_id)"));

        DiffResult result = SchemaDiff.between(
                before.model(),
                before.kept(),
                SnapshotReader.read(AFTER, "after").model(),
                intents,
                Origins.none());

        assertThat(result.findings())
                .extracting(Finding::message)
                .containsExactly(
                        "the SQL of @Backfill names person, which is renamed to guest before it runs",
                        "the SQL of @Backfill names street, which is renamed to road before it runs");
        assertThat(result.findings())
                .extracting(Finding::fix)
                .satisfiesExactly(
                        rows -> assertThat(rows)
                                .contains("select id, road from guest where road <> 'street of person'"),
                        value -> assertThat(value)
                                .contains("(select p.road from guest p where p.id = visit.person_id)"));
    }

    @Test
    void theColumnsOfTheTableThatGetsRowsStayAsTheyAre() {
        Snapshot before = SnapshotReader.read("""
                {"format":1,"facts":[
                {"table":"vehicle"},
                {"table":"vehicle","column":"id","type":"bigint","nullable":false},
                {"table":"vehicle","column":"doors","type":"integer"},
                {"table":"vehicle","primaryKey":"vehicle_pkey","columns":["id"]},
                {}]}
                """, "before");
        Snapshot after = SnapshotReader.read("""
                {"format":1,"facts":[
                {"table":"car"},
                {"table":"car","column":"id","type":"bigint","nullable":false},
                {"table":"car","column":"doors","type":"integer"},
                {"table":"car","primaryKey":"car_pkey","columns":["id"]},
                {"table":"vehicle"},
                {"table":"vehicle","column":"id","type":"bigint","nullable":false},
                {"table":"vehicle","column":"exits","type":"integer"},
                {"table":"vehicle","primaryKey":"vehicle_pkey","columns":["id"]},
                {}]}
                """, "after");

        DiffResult result = SchemaDiff.between(
                before.model(),
                before.kept(),
                after.model(),
                CaseIntents.parse(List.of(
                        "rename-column vehicle.exits from doors",
                        "fill car (id, doors) select id, doors from vehicle")),
                Origins.none());

        assertThat(result.findings())
                .extracting(Finding::fix)
                .singleElement()
                .asString()
                .contains("(id, doors) select id, exits from vehicle");
    }

    /** The column of a new table may be called as another one was; what is read from that one has its new name. */
    @Test
    void aNewTableMayHaveAColumnOfTheFormerName() {
        Snapshot before = SnapshotReader.read(BEFORE, "before");
        Schema after = SnapshotReader.read(
                        AFTER.replace(
                                "\"table\":\"address\",\"column\":\"road\"",
                                "\"table\":\"address\",\"column\":\"street\""),
                        "after")
                .model();
        List<String> renames = List.of("rename-table guest from person", "rename-column guest.road from street");

        List<String> newRow = statements(renames, "fill address (id, street) select 0, ''");
        List<String> ofNewTable = statements(
                renames,
                "fill address (id, street) select 0, ''",
                "backfill visit.road (select min(street) from address)");
        List<String> taken = statements(renames, "fill address (id, street) select id, street from guest");

        assertThat(findings(before, after, newRow)).isEmpty();
        assertThat(findings(before, after, ofNewTable)).isEmpty();
        assertThat(findings(before, after, taken))
                .extracting(Finding::fix)
                .singleElement(InstanceOfAssertFactories.STRING)
                .contains("(id, street) select id, road from guest");
    }

    private static List<String> statements(List<String> renames, String... others) {
        return Stream.concat(renames.stream(), Stream.of(others)).toList();
    }

    private static List<Finding> findings(Snapshot before, Schema after, List<String> statements) {
        return SchemaDiff.between(before.model(), before.kept(), after, CaseIntents.parse(statements), Origins.none())
                .findings();
    }
}
