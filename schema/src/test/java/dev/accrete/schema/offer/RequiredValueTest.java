package dev.accrete.schema.offer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accrete.schema.model.ColumnTypes;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.snapshot.SnapshotReader;
import org.junit.jupiter.api.Test;

class RequiredValueTest {

    private static final QualifiedName LAMP = QualifiedName.of(Name.of("lamp"));
    private static final String PLACE =
            "(select x.n from (select o.floor as k1, o.room as k2, row_number() over (order by o.floor, o.room) as n"
                    + " from lamp o) x where x.k1 = lamp.floor and x.k2 = lamp.room)";

    private final Schema before = lamp("integer", "uuid", "");
    private final Schema unique = lamp("date", "integer", """
            {"table":"lamp","uniqueKey":"lamp_built_key","columns":["built"]},
            {"table":"lamp","uniqueKey":"lamp_maker_key","columns":["maker"]},
            """);

    @Test
    void uniqueValuesThatATypeHasNothingOfAreTheRowsPlaces() {
        assertThat(converted("maker", unique)).isEqualTo(PLACE);
        assertThat(converted("built", unique)).isEqualTo("date '1970-01-01' + cast(" + PLACE + " as integer)");
    }

    @Test
    void valuesThatNeedNotDifferAreOneForAll() {
        assertThat(converted("maker", lamp("date", "integer", ""))).isEqualTo("0");
    }

    @Test
    void uniqueValuesThatATypeHasStay() {
        Schema numbers = lamp("smallint", "uuid", """
            {"table":"lamp","uniqueKey":"lamp_built_key","columns":["built"]},
            """);

        assertThat(converted("built", numbers)).isEqualTo("cast(built as smallint)");
    }

    /** Its two values come back from the numbers, where places would be two values that are not 0. */
    @Test
    void aKeyOfATruthValueIsNoPlace() {
        assertThat(RequiredValue.keepsKeys(ColumnTypes.parse("boolean"), ColumnTypes.parse("bigint")))
                .isTrue();
        assertThat(RequiredValue.keepsKeys(ColumnTypes.parse("bigint"), ColumnTypes.parse("boolean")))
                .isFalse();
    }

    /** A key of several columns lets rows have the same part, a key of that column alone does not. */
    @Test
    void aPartOfAKeyThatIsUniqueByItselfDiffersInAllRows() {
        String part = """
            {"table":"lamp","column":"shelf","type":"integer","nullable":false},
            """;
        Schema parted = new Lamp(part, "\"room\",\"shelf\"", "").schema();
        Schema unique = new Lamp(part, "\"room\",\"shelf\"", """
            {"table":"lamp","uniqueKey":"lamp_shelf_key","columns":["shelf"]},
            """).schema();

        assertThat(newValue("shelf", parted)).isEqualTo("row_number() over (partition by room order by floor, room)");
        assertThat(newValue("shelf", unique)).isEqualTo("row_number() over (order by floor, room)");
    }

    private record Lamp(String columns, String key, String keys) {

        Schema schema() {
            return SnapshotReader.read("""
                            {"format":1,"facts":[
                            {"table":"lamp"},
                            {"table":"lamp","column":"floor","type":"integer","nullable":false},
                            {"table":"lamp","column":"room","type":"integer","nullable":false},
                            %s{"table":"lamp","primaryKey":"lamp_pkey","columns":[%s]},
                            %s{}]}
                            """.formatted(columns, key, keys), "lamp.json")
                    .model();
        }
    }

    private String newValue(String column, Schema after) {
        Table now = after.table(LAMP).orElseThrow();
        return new RequiredValue(() -> before, after, new ExampleConversion(before, after), any -> false)
                .of(now, now.column(Name.of(column)).orElseThrow());
    }

    private String converted(String column, Schema after) {
        Table then = before.table(LAMP).orElseThrow();
        Table now = after.table(LAMP).orElseThrow();
        Name name = Name.of(column);
        return new RequiredValue(() -> before, after, new ExampleConversion(before, after), any -> false)
                .converted(
                        LAMP, then.column(name).orElseThrow(), now.column(name).orElseThrow());
    }

    private static Schema lamp(String built, String maker, String keys) {
        return SnapshotReader.read("""
                        {"format":1,"facts":[
                        {"table":"lamp"},
                        {"table":"lamp","column":"built","type":"%s","nullable":false},
                        {"table":"lamp","column":"floor","type":"integer","nullable":false},
                        {"table":"lamp","column":"maker","type":"%s","nullable":false},
                        {"table":"lamp","column":"room","type":"integer","nullable":false},
                        {"table":"lamp","primaryKey":"lamp_pkey","columns":["floor","room"]},
                        %s{}]}
                        """.formatted(built, maker, keys), "lamp.json")
                .model();
    }
}
