package dev.accrete.schema.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accrete.schema.model.Name;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlQueriesTest {

    private static final Name GUEST = Name.of("guest");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select id from guest",
                "(select max(name) from hotel.Guest g where g.id = visit.guest_id)",
                "select 1 from visit v, guest g",
                "select 1 from visit, only guest",
                "select 1 from (guest g join visit v on g.id = v.guest_id)",
                "select 1 from visit v left join GUEST g on true",
                "select extract(year from arrival) from visit, guest",
                "select a is distinct from b from guest",
                "select '--', id /* of whom? from visit */ from guest -- all"
            })
    void aTableIsReadWhereverItStands(String sql) {
        assertThat(SqlQueries.reads(sql, GUEST)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select guest.id from person guest, visit",
                "select extract(year from guest) from visit",
                "select a is distinct from guest from visit",
                "select 1 from guest(7)",
                "select 1 from guest.visit",
                "select 1 from visit where name in ('x', guest)",
                "select 1 from visit order by id, guest",
                "select 'from guest' from visit -- from guest",
                "substring(name from guest)"
            })
    void anythingElseOfThatNameIsNoTable(String sql) {
        assertThat(SqlQueries.reads(sql, GUEST)).isFalse();
    }

    @Test
    void aWindowCountsOutsideOfQueriesAlone() {
        assertThat(SqlQueries.hasWindow("row_number() over (order by id)")).isTrue();
        assertThat(SqlQueries.hasWindow("upper((row_number() OVER(order by id))::text)"))
                .isTrue();
        assertThat(SqlQueries.hasWindow("(select max(n) from (select rank() over (order by id) n from t) r)"))
                .isFalse();
        assertThat(SqlQueries.hasWindow("'rank() over ()'")).isFalse();
    }

    @Test
    void resultsAreReplacedByTheirPlace() {
        assertThat(
                        results(
                                "select distinct a, coalesce(b, 'x, y') as c from t, u union all select 1, (select 2, 3) from v"))
                .isEqualTo(
                        "select distinct <0:a>, <1:coalesce(b, 'x, y')> as c from t, u union all select <0:1>, <1:(select 2, 3)> from v");
        assertThat(results("select a is distinct from b, c")).isEqualTo("select <0:a is distinct from b>, <1:c>");
        assertThat(results("select extract(year from d) where true"))
                .isEqualTo("select <0:extract(year from d)> where true");
    }

    @Test
    void whatHasNoPlaceStays() {
        assertThat(results("select a, t.*, b from t")).isEqualTo("select <0:a>, t.*, b from t");
        assertThat(results("select from t")).isEqualTo("select from t");
        assertThat(results("select")).isEqualTo("select");
        assertThat(results("(values (1), (2))")).isEqualTo("(values (1), (2))");
    }

    private static String results(String sql) {
        return SqlQueries.withResults(sql, (place, expression) -> "<" + place + ":" + expression + ">");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(id, name) select id, name from guest | select id, name from guest",
                "( \"a)\", b )select 1, (select 2) | select 1, (select 2)",
                "select (1), 2 | select (1), 2",
                "(id, | (id,",
                "() select 1 | () select 1",
                "(select 1) | (select 1)",
                "(id | (id"
            })
    void aQueryFollowsTheNamesOfItsColumns(String sql, String query) {
        assertThat(SqlQueries.withoutNames(sql)).isEqualTo(query);
    }

    @Test
    void eachOfTheOutermostQueriesHasAResultInAPlace() {
        String sql = "select id + 1 as k, name from guest union all select distinct g.id, (select 1) from guest g";
        assertThat(SqlQueries.results(sql, 0)).containsExactly("id + 1", "g.id");
        assertThat(SqlQueries.results(sql, 1)).containsExactly("name", "(select 1)");
        assertThat(SqlQueries.results(sql, 2)).isEmpty();
        assertThat(SqlQueries.results("select id from guest union all select * from visit", 0))
                .isEmpty();
    }

    @Test
    void aResultOfAQueryInParenthesesIsWhatThatResultsIn() {
        String sql =
                "select a, b, c + 1 from (select distinct x as a, b, 1 as c from t union select 0, y, 2 from u) found";
        assertThat(SqlQueries.origins(sql, 0)).containsExactly("x", "0");
        assertThat(SqlQueries.origins(sql, 1)).containsExactly("b", "y");
        assertThat(SqlQueries.origins(sql, 2)).containsExactly("c + 1");
        assertThat(SqlQueries.origins("select id from guest", 0)).containsExactly("id");
    }

    @Test
    void otherRowsTakeThePlaceOfATable() {
        assertThat(SqlQueries.withRows(
                        "select min(id) from guest where id in (select g.id from guest g where g.guest > 0)",
                        GUEST,
                        name -> "(select 1) " + name + "(id)"))
                .isEqualTo("select min(id) from (select 1) guest(id) where id in (select g.id from (select 1) g(id)"
                        + " where g.guest > 0)");
    }

    @Test
    void anAliasFollowsAs() {
        assertThat(SqlQueries.withRows(
                        "select 1 from visit v join guest as g on true", GUEST, name -> "(select 2) " + name))
                .isEqualTo("select 1 from visit v join (select 2) g on true");
    }

    @Test
    void windowsAreLeftOut() {
        assertThat(
                        SqlQueries.withoutWindows(
                                "case when row_number() over (partition by (a) order by b) > (select rank() over () from t) then c end"))
                .isEqualTo("case when row_number()  > (select rank()  from t) then c end");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "select id from guest                            | true",
                "select row_number() over (order by id) from guest | true",
                "select distinct name from guest                 | false",
                "select id from guest where id > 0               | false",
                "select id from visit union all select id from guest | false",
                "select (select 1 from guest)                    | false"
            })
    void aQueryHasARowForEachOfATable(String sql, boolean each) {
        assertThat(SqlQueries.isOfEach(sql, GUEST)).isEqualTo(each);
    }
}
