package dev.accrete.schema.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accrete.schema.model.Name;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SqlCasesTest {

    private static final Name KIND = Name.of("kind");

    @Test
    void aConversionMaySayWhatBecomesOfEachValue() {
        assertThat(SqlCases.of("case Kind when 'a' then -1 when 'b' then 2 end", KIND))
                .contains(new SqlCases(Map.of("'a'", "-1", "'b'", "2"), Optional.empty(), false));
        assertThat(SqlCases.of("CASE WHEN kind IN (1, 2) THEN 'x' WHEN kind = 3 THEN 'y' ELSE 'z' END", KIND))
                .contains(new SqlCases(Map.of("1", "'x'", "2", "'x'", "3", "'y'"), Optional.of("'z'"), false));
        assertThat(SqlCases.of("case kind when 'a' then 'b' else null end", KIND))
                .contains(new SqlCases(Map.of("'a'", "'b'"), Optional.empty(), false));
    }

    @Test
    void whatIsNoListOfValuesIsNotRead() {
        for (String sql : new String[] {
            "lower(kind)",
            "case kind when 'a' then upper(kind) end",
            "case other when 'a' then 'b' end",
            "case when kind > 1 then 'a' end",
            "case kind when 'a' then 'b' end || 'c'",
            "case kind when 'a' then 'b' else other end",
            "case kind when 'a' then"
        }) {
            assertThat(SqlCases.of(sql, KIND)).as(sql).isEmpty();
        }
    }

    @Test
    void othersStayOrBecomeOne() {
        assertThat(SqlCases.of("case kind when 'a' then 'b' else kind end", KIND)
                        .flatMap(cases -> cases.of("'c'")))
                .contains("'c'");
        assertThat(SqlCases.of("case kind when 'a' then 'b' else 'd' end", KIND).flatMap(cases -> cases.of("'c'")))
                .contains("'d'");
        assertThat(SqlCases.of("case kind when 'a' then 'b' end", KIND).flatMap(cases -> cases.of("'c'")))
                .isEmpty();
    }
}
