package dev.accrete.schema.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import org.junit.jupiter.api.Test;

class RowChangeTest {

    @Test
    void aQueryInATextBlockIsTakenApartAsOneInALine() {
        RowChange.FillTable fill = new RowChange.FillTable(QualifiedName.of(Name.of("guest")), """
                (id, "Full Name")
                select id, name
                from person
                """);

        assertThat(fill.columns()).containsExactly(Name.of("id"), Name.parse("\"Full Name\""));
        assertThat(fill.query()).isEqualTo("select id, name\nfrom person");
        assertThat(fill.select("id"))
                .isEqualTo("SELECT id FROM (select id, name\nfrom person) taken(id, \"Full Name\")");
    }
}
