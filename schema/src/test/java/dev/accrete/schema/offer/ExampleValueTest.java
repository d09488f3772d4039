package dev.accrete.schema.offer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.Schema;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExampleValueTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "enum ('ONE','TWO') | 'ONE'",
                "ENUM('it''s','is') | 'it''s'",
                "numeric(5, 2) | 0",
                "geometry(Point, 4326) | ...",
            })
    void ofStatedType(String sql, String value) {
        Column column = Column.of(Name.of("place"), new ColumnType.Raw(sql));

        assertThat(ExampleValue.of(column, Schema.empty())).isEqualTo(value);
    }

    @Test
    void ofLabelsWithQuotes() {
        ColumnType labels = new ColumnType.Enumeration(ColumnType.Enumeration.Storage.STRING, 9, List.of("it's"));

        assertThat(ExampleValue.of(Column.of(Name.of("place"), labels), Schema.empty()))
                .isEqualTo("'it''s'");
    }
}
