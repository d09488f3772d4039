package dev.accrete.schema.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.ColumnTypes;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.Table;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PostgresStatedSqlTest {

    private static final Column TEXT = Column.of(Name.of("start"), ColumnTypes.varchar(10));
    private static final Column OBJECT = Column.of(Name.of("body"), new ColumnType.Simple(ColumnType.Simple.Kind.CLOB));
    private static final Table DOCUMENT = Table.of(QualifiedName.of("document"), List.of(OBJECT, TEXT));

    private final PostgresStatedSql stated = new PostgresStatedSql(new ChangeContext(
            new Schema(List.of(), List.of(), List.of(DOCUMENT), List.of()),
            new Schema(List.of(), List.of(), List.of(DOCUMENT), List.of()),
            new Schema(List.of(), List.of(), List.of(DOCUMENT), List.of()),
            false,
            Set.of()));

    @Test
    void aColumnOfLargeObjectsMeansWhatIsInThem() {
        assertThat(stated.value(DOCUMENT, TEXT, "substring(body from 1 for 10)"))
                .isEqualTo("substring(convert_from(lo_get(body), 'UTF8') from 1 for 10)");
        assertThat(stated.value(DOCUMENT, OBJECT, "start || '!'"))
                .isEqualTo("lo_from_bytea(0, convert_to(start || '!', 'UTF8'))");
    }

    @Test
    void whatSpeaksOfTheObjectsItselfStays() {
        String text = "substring(convert_from(lo_get(body), 'UTF8') from 1 for 10)";
        String object = "lo_from_bytea(0, convert_to(start, 'UTF8'))";

        assertThat(stated.value(DOCUMENT, TEXT, text)).isEqualTo(text);
        assertThat(stated.value(DOCUMENT, OBJECT, object)).isEqualTo(object);
        assertThat(stated.value(DOCUMENT, OBJECT, "null")).isEqualTo("null");
    }

    @Test
    void anArrayHasTheElementsOfItsColumn() {
        Column bytes = Column.of(Name.of("parts"), ColumnTypes.parse("array of varbinary(9)"));

        assertThat(stated.value(DOCUMENT, bytes, "array['', '']")).isEqualTo("CAST(array['', ''] AS bytea[])");
        assertThat(stated.value(DOCUMENT, bytes, "array_append(parts, '')")).isEqualTo("array_append(parts, '')");
    }
}
