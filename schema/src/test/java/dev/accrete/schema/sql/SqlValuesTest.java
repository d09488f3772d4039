package dev.accrete.schema.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlValuesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(select min(id) from town)",
                "( SELECT p.id from town p where p.code = city.code)",
                "(select array_agg(p.id) from town p)[row_number() over ()]",
                "case when size > 3 then 'L' end",
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
}
