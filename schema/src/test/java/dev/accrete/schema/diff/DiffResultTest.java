package dev.accrete.schema.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accrete.schema.conversion.Conversion;
import dev.accrete.schema.conversion.Conversions;
import dev.accrete.schema.decision.DiffCode;
import dev.accrete.schema.finding.Finding;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.ColumnTypes;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.Origin;
import dev.accrete.schema.model.Origins;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.naming.LongNames;
import dev.accrete.schema.snapshot.Kept;
import dev.accrete.schema.sql.SqlIdentifiers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiffResultTest {

    private static final QualifiedName USERS = QualifiedName.of("users");
    private static final Name AGE = Name.of("age");

    @Test
    void anIntentThatOneDialectNeedsIsNotSpent() {
        Intents intents = new Intents(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(new Intents.Using(USERS, AGE, "cast(age as integer)", new Origin("com.acme.User", "age"))),
                List.of(),
                List.of());
        DiffResult needed = diff("varchar(9)", "integer", intents);
        DiffResult spent = diff("integer", "integer", intents);

        assertThat(spent.findings()).extracting(Finding::code).containsExactly(DiffCode.SPENT);
        assertThat(DiffResult.findings(List.of(needed, spent))).isEmpty();
        assertThat(DiffResult.findings(List.of(spent, spent))).isEqualTo(spent.findings());
    }

    @Test
    void anIntentIsReportedAsItIsStatedThoughADatabaseCutsItsName() {
        QualifiedName table = QualifiedName.of("long".repeat(20));
        Intents intents = new Intents(
                List.of(),
                List.of(),
                List.of(new Intents.TableDrop(table, new Origin("com.acme.User", ""))),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        Schema none = Schema.empty();
        DiffResult whole = SchemaDiff.between(none, Kept.nothing(), none, intents, Origins.none());
        DiffResult cut = SchemaDiff.between(none, Kept.nothing(), none, intents, LongNames::cut, Origins.none());

        assertThat(DiffResult.findings(List.of(whole, cut))).isEqualTo(whole.findings());
        assertThat(whole.findings()).extracting(Finding::code).containsExactly(DiffCode.SPENT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "varchar(9)          | nvarchar(9)                | KEEPING",
                "varchar(9)          | varchar(8)                 | LOSSY",
                "varchar(9)          | long32varchar              | KEEPING",
                "varchar(9)          | clob                       | KEEPING",
                "clob                | varchar(9)                 | LOSSY",
                "clob                | long32varchar              | KEEPING",
                "varchar(9)          | sql character varying( 9 ) | SAME",
                "sql text            | sql TEXT                   | SAME",
                "sql citext          | sql hstore                 | NONE",
                "integer             | bigint                     | KEEPING",
                "bigint              | integer                    | LOSSY",
                "integer             | numeric(10,0)              | KEEPING",
                "integer             | numeric(10,2)              | LOSSY",
                "numeric(9,0)        | integer                    | KEEPING",
                "numeric(10,0)       | integer                    | LOSSY",
                "numeric(10,2)       | numeric(12,3)              | KEEPING",
                "numeric(10,2)       | numeric(10,3)              | LOSSY",
                "integer             | float(24)                  | LOSSY",
                "integer             | float(53)                  | KEEPING",
                "float(53)           | numeric(38,20)             | LOSSY",
                "boolean             | integer                    | NONE",
                "uuid                | varchar(255)               | KEEPING",
                "varchar(255)        | uuid                       | NONE",
                "date                | timestamp(6)               | KEEPING",
                "timestamp(6)        | date                       | LOSSY",
                "timestamp(6)        | timestamp(3)               | LOSSY",
                "timestamp(6)        | timestamp_with_timezone(6) | LOSSY",
                "enum('A','B')[255]  | enum('B','C','A')[255]     | KEEPING",
                "enum('A','B')[255]  | enum('A')[255]             | LOSSY",
                "enum('A','B')[255]  | varchar(255)               | KEEPING",
                "ordinal('A','B')    | ordinal('A','B','C')       | KEEPING",
                "ordinal('A','B')    | ordinal('C','A','B')       | LOSSY",
                "ordinal('A','B')    | enum('A','B')[255]         | NONE",
                "array of integer    | array of bigint            | KEEPING",
                "array[9] of integer | array[5] of integer        | LOSSY",
                "blob                | varbinary(9)               | LOSSY"
            })
    void aConversionIsJudgedByWhatItDoesToTheValues(String before, String after, Conversion expected) {
        assertThat(Conversions.between(ColumnTypes.parse(before), ColumnTypes.parse(after)))
                .isEqualTo(expected);
    }

    @Test
    void identifiersInSqlAreRenamedAndStringsAreNot() {
        assertThat(SqlIdentifiers.renamed("length(NAME) > 1 and \"name\" <> 'name''s' or rename", Name.of("name"), AGE))
                .isEqualTo("length(age) > 1 and \"name\" <> 'name''s' or rename");
    }

    private static DiffResult diff(String before, String after, Intents intents) {
        return SchemaDiff.between(schema(before), Kept.nothing(), schema(after), intents, Origins.none());
    }

    private static Schema schema(String type) {
        ColumnType parsed = ColumnTypes.parse(type);
        return Schema.of(List.of(Table.of(USERS, List.of(Column.of(AGE, parsed)))));
    }
}
