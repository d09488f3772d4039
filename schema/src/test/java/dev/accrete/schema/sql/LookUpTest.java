package dev.accrete.schema.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LookUpTest {

    private static final QualifiedName CITY = QualifiedName.of("city");
    private static final Name ID = Name.of("id");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(select code from country where id = city.country_id)",
                "( SELECT c.code FROM geo.country AS c WHERE city.country_id = c.id ) -- its country",
                "(select country.code from country where country.id = geo.city.country_id)",
                "(select code from country where id=city.country_id and city.region_id = region_id)"
            })
    void ofTheRowThatColumnsLeadTo(String sql) {
        LookUp found = LookUp.of(sql).orElseThrow();
        assertThat(found.table().name()).isEqualTo(Name.of("country"));
        assertThat(found.column()).contains(Name.of("code"));
        assertThat(found.isOfAnyRow()).isFalse();
        assertThat(found.pairs(CITY)).containsEntry(Name.of("country_id"), ID);
    }

    @Test
    void thePlaceOfARowIsFoundByTheColumnsOfItsTable() {
        LookUp found = LookUp.of(
                        "(select x.n from (select o.id as k, row_number() over (order by lower(o.name), o.id) as n"
                                + " from country o) x where x.k = city.country_id)")
                .orElseThrow();
        assertThat(found.table()).isEqualTo(QualifiedName.of("country"));
        assertThat(found.column()).isEmpty();
        assertThat(found.pairs(CITY)).isEqualTo(Map.of(Name.of("country_id"), ID));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(select min(id) from country)",
                "(select min(c.id) from country c)",
                "(select c.id from country c order by lower(c.name), c.id fetch first row only)"
            })
    void ofAnyRow(String sql) {
        LookUp found = LookUp.of(sql).orElseThrow();
        assertThat(found.isOfAnyRow()).isTrue();
        assertThat(found.column()).contains(ID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(select id from country)",
                "(select max(id) from country)",
                "(select id from country where id > city.country_id)",
                "(select id from country where id = city.country_id or id = 1)",
                "(select id from country where id = (select min(id) from country))",
                "(select id from country order by id)",
                "(select min(id) from country where id = 3)",
                "(select id from country where id = city.country_id) + 1",
                "(select x.n from (select o.id as k, rank() over (order by o.id) as n from country o) x where x.k = city.id)",
                "(select x.k from (select o.id as k, row_number() over () as n from country o) x where x.k = city.id)",
                "country_id",
                ""
            })
    void notInAForm(String sql) {
        assertThat(LookUp.of(sql)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(select code from country where id = country_id)",
                "(select code from country c where id = 7)",
                "(select c.code from country c where country.id = city.country_id)",
                "(select city.code from city where city.id = city.country_id)"
            })
    void otherColumnsLeadNowhere(String sql) {
        assertThat(LookUp.of(sql).map(found -> found.pairs(CITY)).orElse(Map.of()))
                .isEmpty();
    }
}
