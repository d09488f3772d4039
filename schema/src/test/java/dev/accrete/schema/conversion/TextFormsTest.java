package dev.accrete.schema.conversion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accrete.schema.dialect.Dialect;
import dev.accrete.schema.dialect.Dialects;
import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.ColumnType.Simple;
import dev.accrete.schema.model.ColumnType.Timed;
import dev.accrete.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What looks like a value is one in either database, and what does not stops a cast. */
class TextFormsTest {

    private record Texts(ColumnType type, List<String> values, List<String> others) {}

    private static final List<Texts> TEXTS = List.of(
            new Texts(
                    new Simple(Simple.Kind.INTEGER), List.of("0", "-17", "007"), List.of("", "1-1", "seven", "1,000")),
            new Texts(
                    new ColumnType.Numeric(ColumnType.Numeric.Kind.NUMERIC, 10, 2),
                    List.of("1", "-1.50"),
                    List.of("", "1.2.3", "1,5", "-")),
            new Texts(
                    new ColumnType.Numeric(ColumnType.Numeric.Kind.FLOAT, 53, 0),
                    List.of("1", "-1.5", "2.5e10", "2E-3"),
                    List.of("", "1e", "x")),
            new Texts(
                    new Simple(Simple.Kind.DATE),
                    List.of("2020-02-29", "2020-2-9"),
                    List.of("", "2020", "2020-02", "29.02.2020.")),
            new Texts(
                    new Timed(Timed.Kind.TIMESTAMP, 6),
                    List.of("2020-02-29 10:20", "2020-02-29 10:20:30.125", "2020-02-29T10:20:30"),
                    List.of("", "2020-02-29 10:20:x", "noon")),
            new Texts(
                    new Timed(Timed.Kind.TIMESTAMP_WITH_TIMEZONE, 6),
                    List.of("2020-02-29 10:20:30+00", "2020-02-29 10:20:30.5-05:30", "2020-02-29T10:20:30Z"),
                    List.of("", "2020-02-29 10:20:30+", "noon")),
            new Texts(new Timed(Timed.Kind.TIME, 0), List.of("10:20", "10:20:30"), List.of("", "10:20:x", "noon")),
            new Texts(
                    new Simple(Simple.Kind.UUID),
                    List.of("123e4567-e89b-12d3-a456-426614174000", "123E4567E89B12D3A456426614174000"),
                    List.of("", "123e4567", "x23e4567-e89b-12d3-a456-426614174000")));

    static Stream<Arguments> texts() {
        return Dialects.ALL.stream().flatMap(dialect -> TEXTS.stream().map(texts -> Arguments.of(dialect, texts)));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void aDatabaseReadsWhatLooksLikeAValueAndNothingElse(Dialect dialect, Texts texts) throws SQLException {
        String form = TextForms.of(texts.type()).orElseThrow();
        try (TestDatabase database = TestDatabase.create(dialect.name());
                Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE note (text varchar(100))");
            for (String text : texts.values()) {
                assertThat(reads(statement, dialect, texts.type(), text))
                        .as(text)
                        .isTrue();
                assertThat(found(statement, text, TextForms.isOf("text", form)))
                        .as(text)
                        .isTrue();
                assertThat(found(statement, text, TextForms.isNotOf("text", form)))
                        .as(text)
                        .isFalse();
            }
            for (String text : texts.others()) {
                assertThat(reads(statement, dialect, texts.type(), text))
                        .as(text)
                        .isFalse();
                assertThat(found(statement, text, TextForms.isOf("text", form)))
                        .as(text)
                        .isFalse();
                assertThat(found(statement, text, TextForms.isNotOf("text", form)))
                        .as(text)
                        .isTrue();
            }
        }
    }

    private static boolean reads(Statement statement, Dialect dialect, ColumnType type, String text) {
        try (ResultSet result =
                statement.executeQuery("SELECT CAST('" + text + "' AS " + dialect.typeName(type) + ")")) {
            return result.next();
        } catch (SQLException e) {
            return false;
        }
    }

    private static boolean found(Statement statement, String text, String condition) throws SQLException {
        statement.execute("DELETE FROM note");
        statement.execute("INSERT INTO note VALUES ('" + text + "')");
        try (ResultSet result = statement.executeQuery("SELECT count(*) FROM note WHERE " + condition)) {
            return result.next() && result.getInt(1) == 1;
        }
    }
}
