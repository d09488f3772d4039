package dev.accrete.schema.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accrete.schema.model.Name;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SqlIdentifiersTest {

    private static final Name NAME = Name.of("name");

    @Test
    void onlyNamesAreRenamed() {
        assertThat(SqlIdentifiers.renamed(
                        "length(NAME) > 1 and t.name <> e'name''s' /* name */ and $n$ name $n$ <> \"name\" -- name",
                        NAME,
                        Name.quoted("Title")))
                .isEqualTo(
                        "length(\"Title\") > 1 and t.\"Title\" <> e'name''s' /* name */ and $n$ name $n$ <> \"name\" -- name");
    }

    @Test
    void whatIsComparedStandsBesideASign() {
        assertThat(SqlIdentifiers.compared("(select min(id) from town p where p.code = city.town_code and size >= 3)"))
                .containsExactlyInAnyOrder(Name.of("code"), Name.of("town_code"), Name.of("size"));
    }

    @Test
    void columnsThatATableQualifies() {
        assertThat(SqlIdentifiers.of(
                        "(select o.id from day o where o.id = talk.day_id and \"Talk\".at > 0 and p.talk.x = 'talk.y')",
                        Name.of("talk")))
                .containsExactlyInAnyOrder(Name.of("day_id"), Name.of("x"));
    }

    @Test
    void whatDoesNotEndIsReadToItsEnd() {
        assertThat(SqlIdentifiers.names("'name", NAME)).isTrue();
        assertThat(SqlIdentifiers.names("'" + "n".repeat(100_000) + " name'", NAME))
                .isFalse();
        assertThat(SqlIdentifiers.names("((name", NAME)).isTrue();
        assertThat(SqlIdentifiers.names(")) name", NAME)).isTrue();
        assertThat(SqlIdentifiers.names("", NAME)).isFalse();
    }

    @Test
    void aNameIsReplacedTogetherWithWhatQualifiesIt() {
        assertThat(SqlIdentifiers.replaced(
                        "t.name || hotel.\"T\".NAME || title",
                        (name, text) -> name.equals(NAME) ? Optional.of("<" + text + ">") : Optional.empty()))
                .isEqualTo("<t.name> || <hotel.\"T\".NAME> || title");
    }

    @Test
    void oneNameIsToldFromAnExpression() {
        assertThat(SqlIdentifiers.isOne(" t.\"Name\" ")).isTrue();
        assertThat(SqlIdentifiers.isOne("lower(name)")).isFalse();
        assertThat(SqlIdentifiers.isOne("a.b c")).isFalse();
        assertThat(SqlIdentifiers.isOne("'name'")).isFalse();
    }
}
