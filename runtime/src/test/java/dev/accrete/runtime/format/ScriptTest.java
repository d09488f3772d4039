package dev.accrete.runtime.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptTest {

    private static final String HEADER = "-- accrete:migration V0002 add_url postgresql\n";

    @Test
    void headerStepsAndStatementsAreRead() {
        Script script = Script.parse("""
                -- accrete:migration V0002 add_url postgresql
                -- accrete:model 1:0123456789abcdef0123456789abcdef
                -- accrete:verdict compatible
                -- accrete:environments dev, test
                -- accrete:foreign audit.log
                --
                -- Changes
                --   users.url   add column

                -- accrete:step 1 transaction locks=users,"my table" users.url: add column
                BEGIN;
                ALTER TABLE users ADD COLUMN url varchar(255);
                COMMENT ON COLUMN users.url IS 'a;b';
                COMMIT;

                -- accrete:step 2 autocommit index=users_url_idx index on users.url
                CREATE INDEX CONCURRENTLY users_url_idx ON users (url);
                """, "db/migration/postgresql/V0002__add_url.sql");

        assertThat(script.version()).hasToString("V0002");
        assertThat(script.description()).isEqualTo("add_url");
        assertThat(script.dialect()).isEqualTo("postgresql");
        assertThat(script.undo()).isFalse();
        assertThat(script.modelHash()).contains("1:0123456789abcdef0123456789abcdef");
        assertThat(script.verdict()).contains(Verdict.COMPATIBLE);
        assertThat(script.environments()).containsExactly("dev", "test");
        assertThat(script.foreign()).containsExactly("audit.log");
        assertThat(script.needsConf()).isTrue();

        ScriptStep first = script.steps().get(0);
        assertThat(first.mode()).isEqualTo(StepMode.TRANSACTION);
        assertThat(first.locks()).containsExactly("users", "\"my table\"");
        assertThat(first.text()).isEqualTo("users.url: add column");
        assertThat(first.statements())
                .extracting(ScriptStatement::line, ScriptStatement::sql)
                .containsExactly(
                        tuple(12, "ALTER TABLE users ADD COLUMN url varchar(255)"),
                        tuple(13, "COMMENT ON COLUMN users.url IS 'a;b'"));

        ScriptStep second = script.steps().get(1);
        assertThat(second.mode()).isEqualTo(StepMode.AUTOCOMMIT);
        assertThat(second.index()).isEqualTo(Optional.of("users_url_idx"));
        assertThat(second.statements()).hasSize(1);
    }

    @Test
    void aHandWrittenScriptWithoutMarkersIsOneTransactionalStep() {
        Script script = Script.parse(HEADER + "update a set b = 1;\nupdate a set c = 2", "V0002__add_url.sql");

        assertThat(script.steps()).hasSize(1);
        assertThat(script.steps().get(0).mode()).isEqualTo(StepMode.TRANSACTION);
        assertThat(statements("update a set b = 1;\nupdate a set c = 2"))
                .containsExactly("update a set b = 1", "update a set c = 2");
        assertThat(script.needsConf()).isFalse();
    }

    @Test
    void semicolonsWithinLiteralsCommentsAndBodiesEndNothing() {
        assertThat(statements("insert into a values ('x;''y');select 1"))
                .containsExactly("insert into a values ('x;''y')", "select 1");
        assertThat(statements("select E'it\\'s; ok';select 'back\\';select 2"))
                .containsExactly("select E'it\\'s; ok'", "select 'back\\'", "select 2");
        assertThat(statements("select $$a;b$$, $tag$ $$;'$tag$; select a$b$c from t"))
                .containsExactly("select $$a;b$$, $tag$ $$;'$tag$", "select a$b$c from t");
        assertThat(statements("select 1 /* a; /* nested; */ ; */ + 2; -- end; of line\nselect \"a;\"\"b\""))
                .containsExactly("select 1 /* a; /* nested; */ ; */ + 2", "select \"a;\"\"b\"");
        assertThat(statements("create rule r as on insert to a do also (delete from b; delete from c);select 1"))
                .hasSize(2);
        assertThat(statements("select U&\"d;\" , U&'x;', x'1F', n'q;'; select 1"))
                .hasSize(2);
    }

    @Test
    void sqlBodiesOfFunctionsAreOneStatement() {
        assertThat(statements("""
                        create or replace function f(a int) returns int language sql
                        begin atomic
                          select case when a > 1 then 2 else 3 end;
                          select 4;
                        end;
                        select 5;
                        create table "begin" (begin_at int);
                        """)).hasSize(3).element(1).isEqualTo("select 5");
    }

    @Test
    void slashesStartACommentOnH2Alone() {
        String sql = "select 1 // it's\n+ 1;select 2";
        assertThat(Script.parse("-- accrete:migration V0002 x h2\n" + sql, "x")
                        .steps()
                        .get(0)
                        .statements())
                .hasSize(2);
        assertThatThrownBy(() -> statements(sql)).isInstanceOf(FormatException.class);
    }

    @Test
    void aMarkerWithinAStringIsText() {
        assertThat(statements("select '\n-- accrete:step 1 transaction x\n'")).hasSize(1);
    }

    @Test
    void commentsWhiteSpaceAndLineEndsLeaveTheChecksumAsItIs() {
        String plain = checksum("alter table a add column b int default -1;\nselect 'x\ny';");

        assertThat(checksum("/* licence */ alter   table a -- note\n add column b\tint default - 1 ;select 'x\ny'"))
                .isEqualTo(plain);
        assertThat(checksum("alter table a add column b int default -1;\r\nselect 'x\r\ny';"))
                .isEqualTo(plain);
        assertThat(checksum("alter table a add column b int default=-1"))
                .isEqualTo(checksum("alter table a add column b int default = -1"));
    }

    @Test
    void whatAScriptDoesChangesTheChecksum() {
        String plain = checksum("select 'a b'; select 2");

        assertThat(checksum("select 'a  b'; select 2")).isNotEqualTo(plain);
        assertThat(checksum("select 'a b' select 2")).isNotEqualTo(plain);
        assertThat(checksum("select 'a b'")).isNotEqualTo(plain);
        assertThat(checksum("-- accrete:step 1 autocommit\nselect 'a b'; select 2"))
                .isNotEqualTo(plain);
        assertThat(checksum("-- accrete:step 1 transaction\nselect 'a b';\n-- accrete:step 2 transaction\nselect 2"))
                .isNotEqualTo(plain);
        assertThat(checksum("-- accrete:step 1 transaction other words\nselect 'a b'; select 2"))
                .isEqualTo(plain);
    }

    @Test
    void theChecksumStaysTheSameAcrossReleases() {
        assertThat(checksum("create table a (id int)")).isEqualTo("1:42a879557ea23dd243e17b37155ce197");
    }

    @Test
    void copyFromStandardInputIsRefusedWithItsPlace() {
        assertThatThrownBy(() -> statements("select 1;\ncopy a (b) from stdin with csv;\n1\n\\."))
                .hasMessage("""
                        x.sql:3: [ACC-F205] COPY from standard input can't run through JDBC
                          fix: write the rows as INSERT statements     (docs/codes/ACC-F205.md)""");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select 'open",
                "select 1 /* open /* */",
                "select $a$ open $$",
                "select \"open",
                "create function f() returns int begin atomic select 1;",
                "select (1;"
            })
    void whatDoesNotEndIsRefused(String sql) {
        assertRefused("ACC-F204", HEADER + sql);
    }

    @Test
    void headersAndMarkersThatCannotBeReadAreRefused() {
        assertRefused("ACC-F201", "select 1;");
        assertRefused("ACC-F202", HEADER + "-- accrete:stpe 1 transaction");
        assertRefused("ACC-F202", HEADER + HEADER);
        assertRefused("ACC-F202", "-- accrete:migration V2 a h2\n");
        assertRefused("ACC-F202", "-- accrete:migration V0002 a oracle\n");
        assertRefused("ACC-F202", HEADER + "-- accrete:verdict maybe");
        assertRefused("ACC-F202", HEADER + "-- accrete:step 1 nonsense");
        assertRefused("ACC-F207", HEADER + "-- accrete:step 2 transaction");
        assertRefused("ACC-F207", HEADER + "select 1;\n-- accrete:step 1 transaction\nselect 2;");
        assertRefused("ACC-F208", HEADER + "\\i other.sql");
        assertThatThrownBy(() -> Script.parse(HEADER, "h2/V0003__add_url.sql"))
                .isInstanceOfSatisfying(
                        FormatException.class, e -> assertThat(e.code().id()).isEqualTo("ACC-F203"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"commit", "rollback", "BEGIN", "start transaction", "prepare transaction 'a'"})
    void transactionStatementsWithinAStepAreRefused(String sql) {
        assertRefused("ACC-F206", HEADER + "select 1; " + sql + "; select 2");
        assertRefused("ACC-F206", HEADER + "-- accrete:step 1 autocommit\n" + sql);
    }

    @Test
    void savepointsAndPreparedStatementsAreNoTransactionStatements() {
        assertThat(statements("savepoint a; rollback to a; prepare p as select 1"))
                .hasSize(3);
    }

    private static void assertRefused(String code, String script) {
        assertThatThrownBy(() -> Script.parse(script, "x.sql"))
                .isInstanceOfSatisfying(
                        FormatException.class, e -> assertThat(e.code().id()).isEqualTo(code));
    }

    private static List<String> statements(String sql) {
        return Script.parse(HEADER + sql, "x.sql").steps().stream()
                .flatMap(step -> step.statements().stream())
                .map(ScriptStatement::sql)
                .toList();
    }

    private static String checksum(String sql) {
        return Checksum.of(Script.parse(HEADER + sql, "x.sql"));
    }
}
