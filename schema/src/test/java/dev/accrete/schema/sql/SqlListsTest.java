package dev.accrete.schema.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accrete.schema.model.Name;
import java.util.List;
import org.junit.jupiter.api.Test;

class SqlListsTest {

    private static final Name BOOK = Name.of("book");

    @Test
    void aNumberedListIsFoundWithTheColumnsThatAreAskedOfIt() {
        String sql = "(select x.n from (select o.id as k, row_number() over (order by o.id) as n from author o) x"
                + " where x.k = book.author_id)";

        List<SqlLists.Numbered> lists = SqlLists.of(sql, BOOK);

        assertThat(lists).hasSize(1);
        assertThat(lists.get(0).query())
                .isEqualTo("select o.id as k, row_number() over (order by o.id) as n from author o");
        assertThat(sql.substring(lists.get(0).start(), lists.get(0).end()))
                .startsWith("(select o.id")
                .endsWith("author o)");
        assertThat(lists.get(0).columns()).containsExactly("n", "k");
    }

    @Test
    void bothSidesOfAJoinAre() {
        assertThat(SqlLists.of(
                        "(select x.id from (select p.id, row_number() over (order by p.id) as n from club p) x join"
                                + " (select o.id as k1, row_number() over (order by o.id) as n from book o) as y"
                                + " on y.n = x.n where y.k1 = book.id)",
                        BOOK))
                .extracting(SqlLists.Numbered::columns)
                .containsExactly(List.of("id", "n"), List.of("n", "k1"));
    }

    @Test
    void aListThatIsAnotherOneForEachRowStays() {
        assertThat(SqlLists.of(
                        "(select x.n from (select o.id, row_number() over (order by o.id) as n from author o"
                                + " where o.shelf = book.shelf) x where x.id = book.author_id)",
                        BOOK))
                .isEmpty();
        assertThat(SqlLists.of("(select x.id from (select o.id from author o) x)", BOOK))
                .isEmpty();
    }
}
