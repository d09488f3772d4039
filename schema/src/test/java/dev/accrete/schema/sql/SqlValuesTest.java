package dev.accrete.schema.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accrete.schema.model.Name;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlValuesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(select min(id) from town)",
                "( SELECT p.id from town p where p.code = city.code)",
                "(select array_agg(p.id) from town p)[row_number() over ()]",
                "case when size > 3 then 'L' end",
                "case when size > 3 then (case when size > 4 then 'X' else 'L' end) end",
                "coalesce((select id from town), (select min(id) from country))",
                "coalesce(name, coalesce(nick, (select min(name) from town)))"
            })
    void nothingMayBeFound(String sql) {
        assertThat(SqlValues.mayBeNone(sql)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "name",
                "(select count(*) from town)",
                "case when size > 3 then 'L' else 'S' end",
                "coalesce((select min(id) from town), 0)",
                "coalesce(name, 'a, b')",
                "row_number() over (order by id)"
            })
    void aValueIsStated(String sql) {
        assertThat(SqlValues.mayBeNone(sql)).isFalse();
    }

    @Test
    void theRowsOfALeastValueFollowFrom() {
        assertThat(SqlValues.rowsOfLeast("(select min(t.id) from town t where t.size > 3)"))
                .contains("town t where t.size > 3");
        assertThat(SqlValues.rowsOfLeast("(select max(id) from town)")).isEmpty();
        assertThat(SqlValues.rowsOfLeast("(select min(id) from town) + 1")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            (select id from town) | true
            coalesce((select min(id) from town), 1) | true
            COALESCE(name, (select min(name) from town)) | false
            lower(name) | false
            ((select id from town)) | true
            """)
    void isLookedUp(String sql, boolean lookedUp) {
        assertThat(SqlValues.isLookedUp(sql)).isEqualTo(lookedUp);
    }

    @Test
    void whatACastReadsIsReplacedWhereItIsToOneOfTheTypes() {
        Name scan = Name.of("scan");

        assertThat(SqlValues.castingInstead(
                        "substring(cast(scan as varchar(9)) from 1 for cast(size as char))",
                        scan,
                        Set.of("varchar"),
                        "f(scan)"))
                .isEqualTo("substring(cast(f(scan) as varchar(9)) from 1 for cast(size as char))");
        assertThat(SqlValues.castingInstead("cast(scan as bytea)", scan, Set.of("varchar"), "f(scan)"))
                .isEqualTo("cast(scan as bytea)");
        assertThat(SqlValues.castingInstead("scan", scan, Set.of("varchar"), "f(scan)"))
                .isEqualTo("scan");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cast(state as State)", "state::State", "case when x then state::app.State end"})
    void aTypeIsNamed(String sql) {
        assertThat(SqlValues.castsTo(sql, Name.of("State"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"state", "cast(state as varchar(5))", "state::app", "cast(state as"})
    void aColumnOfThatNameIsNone(String sql) {
        assertThat(SqlValues.castsTo(sql, Name.of("State"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"42", "2 * 21", "-(1.5 + 2)"})
    void numbersAreMadeOfNumbers(String sql) {
        assertThat(SqlValues.isOfNumbers(sql)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"'42'", "size * 2", "1 || 2", "2::text", "()", "X'2A'"})
    void whatElseIsStatedIsNoNumber(String sql) {
        assertThat(SqlValues.isOfNumbers(sql)).isFalse();
    }
}
