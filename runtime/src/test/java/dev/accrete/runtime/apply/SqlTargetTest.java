package dev.accrete.runtime.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accrete.runtime.format.Script;
import dev.accrete.runtime.platform.Platform;
import dev.accrete.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlTargetTest {

    private static TestDatabase database;
    private static Platform h2;

    @BeforeAll
    static void openDatabase() throws SQLException {
        database = TestDatabase.create("h2");
        try (Connection connection = database.connect()) {
            h2 = Platform.of(connection);
        }
    }

    @AfterAll
    static void closeDatabase() {
        database.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    create table if not exists a (id int)             | CREATE_TABLE A
                    create table app."My table" (id int)              | CREATE_TABLE APP.My table
                    create or replace view v as select * from b       | CREATE_OTHER V
                    create sequence if not exists s                   | CREATE_OTHER S
                    create unique index i on a (id)                   | TOUCH A
                    alter table if exists a add column b int          | TOUCH A
                    alter table a rename to b                         | TOUCH A, RENAME B
                    alter table app.a rename to b                     | TOUCH APP.A, RENAME APP.B
                    alter table a rename column b to c                | TOUCH A
                    drop table if exists a, b                         | TOUCH A, TOUCH B
                    truncate table a                                  | TOUCH A
                    update a set b = 1                                | TOUCH A
                    insert into a select * from b                     | TOUCH A
                    delete from a where id in (select id from b)      | TOUCH A
                    merge into a using b on a.id = b.id               | TOUCH A
                    create table a (b int references app.b (id))      | CREATE_TABLE A, REFERENCE APP.B
                    alter table a add foreign key (b) references b    | TOUCH A, REFERENCE B
                    select * from a                                   | ''
                    """)
    void theObjectsThatAStatementChangesAreItsTargets(String sql, String targets) {
        Script script = Script.parse("-- accrete:migration V0001 x h2\n" + sql, "x");

        List<String> found = Covered.statements(script).stream()
                .flatMap(statement -> SqlTarget.of(statement, h2).stream())
                .map(target -> target.action + " " + target.qualified())
                .toList();

        assertThat(String.join(", ", found)).isEqualTo(targets);
    }
}
