package dev.accrete.schema.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accrete.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhysicalSchemaComparisonTest {

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void findsNoDifferenceBetweenASchemaAndItself(String dialect) throws SQLException {
        String[] ddl = {
            "create sequence s", "create table t (id int primary key, a varchar(5) default 'x' unique, check (id > 0))"
        };

        assertThat(differences(dialect, ddl, ddl, ComparisonOptions.exact())).isEmpty();
    }

    @Test
    void namesEachDifferenceOfAColumn() throws SQLException {
        assertThat(differences(
                        "postgresql",
                        new String[] {"create table t (a varchar(5) not null, b int default 1, c int)"},
                        new String[] {"create table t (a varchar(6), b int, d int)"},
                        ComparisonOptions.definitions()))
                .containsExactly(
                        "column public.t.a: type: expected character varying(5), found character varying(6)",
                        "column public.t.a: nullability: expected not null, found null",
                        "column public.t.b: default: expected 1, found absent",
                        "column public.t.c: expected integer null, found absent",
                        "column public.t.d: expected absent, found integer null");
    }

    @Test
    void namesMissingTablesSequencesAndConstraints() throws SQLException {
        assertThat(differences(
                        "postgresql",
                        new String[] {
                            "create sequence s increment by 50",
                            "create table p (id int primary key)",
                            "create table t (id int references p on delete cascade, unique (id), check (id > 0))"
                        },
                        new String[] {
                            "create sequence s",
                            "create table t (id int primary key)",
                            "create table u (id int)",
                            "create index i on t (id)"
                        },
                        ComparisonOptions.definitions()))
                .containsExactly(
                        "sequence public.s: expected bigint start 1 increment 50 minimum 1 maximum 9223372036854775807"
                                + " cache 1, found bigint start 1 increment 1 minimum 1 maximum 9223372036854775807"
                                + " cache 1",
                        "table public.p: expected (id integer), found absent",
                        "column public.t.id: nullability: expected null, found not null",
                        "primary key of public.t (id): expected absent, found present as t_pkey",
                        "unique key of public.t (id): expected present as t_id_key, found absent",
                        "foreign key of public.t (id -> id) of public.p on delete cascade on update no action:"
                                + " expected present as t_id_fkey, found absent",
                        "index of public.t (id): expected absent, found present as i",
                        "check of public.t (id > 0): expected present as t_id_check, found absent",
                        "table public.u: expected absent, found (id integer)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void countsNamesAsTheOptionsSay(String dialect) throws SQLException {
        String[] expected = {"create table t (a int unique, b int, constraint mine unique (b), check (a > 0))"};
        String[] renamed = {
            "create table t (a int, b int, constraint x1 unique (a), constraint x2 unique (b), constraint x3 check (a > 0))"
        };
        ComparisonOptions options = ComparisonOptions.definitions();

        assertThat(differences(dialect, expected, renamed, options)).isEmpty();
        assertThat(differences(dialect, expected, renamed, options.withNames(ComparisonOptions.Names.EXPLICIT)))
                .singleElement()
                .asString()
                .containsIgnoringCase("(b): name: expected mine, found x2");
        assertThat(differences(dialect, expected, renamed, options.withNames(ComparisonOptions.Names.EXACT)))
                .hasSize(3);
    }

    @Test
    void countsAConstraintThatIsThereTwice() throws SQLException {
        assertThat(differences(
                        "postgresql",
                        new String[] {
                            "create table t (a int, unique (a))", "alter table t add constraint again unique (a)"
                        },
                        new String[] {"create table t (a int, unique (a))"},
                        ComparisonOptions.definitions()))
                .containsExactly(
                        "unique key of public.t (a): expected present as again, t_a_key, found present as t_a_key");
    }

    @Test
    void countsColumnOrderAndCommentsAsTheOptionsSay() throws SQLException {
        String[] expected = {"create table t (a int, b int)", "comment on column t.a is 'x'"};
        String[] actual = {"create table t (b int, a int)"};

        assertThat(differences("postgresql", expected, actual, ComparisonOptions.exact()))
                .containsExactly(
                        "column public.t.a: comment: expected x, found absent",
                        "table public.t: column order: expected a, b, found b, a");
        assertThat(differences(
                        "postgresql",
                        expected,
                        actual,
                        new ComparisonOptions(ComparisonOptions.Names.IGNORED, false, false, false)))
                .isEmpty();
    }

    @Test
    void comparesRows() throws SQLException {
        assertThat(differences(
                        "h2",
                        new String[] {"create table g (k varchar(5), v int)", "insert into g values ('all', 0)"},
                        new String[] {"create table g (k varchar(5), v int)"},
                        ComparisonOptions.definitions()))
                .containsExactly("table PUBLIC.G: rows: expected K=all, V=0, found ");
    }

    private static List<String> differences(
            String dialect, String[] expected, String[] actual, ComparisonOptions options) throws SQLException {
        return PhysicalSchemaComparison.differences(inspect(dialect, expected), inspect(dialect, actual), options)
                .stream()
                .map(SchemaDifference::toString)
                .toList();
    }

    private static PhysicalSchema inspect(String dialect, String... statements) throws SQLException {
        try (TestDatabase database = TestDatabase.create(dialect)) {
            database.execute(statements);
            try (Connection connection = database.connect()) {
                return DatabaseInspector.forDialect(dialect)
                        .inspect(connection, InspectionScope.everything().withRows());
            }
        }
    }
}
