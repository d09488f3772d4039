package dev.accrete.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accrete.testkit.TestDatabase;
import java.sql.SQLException;

/** Migrations of every kind of step, to be interrupted anywhere, and what they must lead to however often that happens. */
final class Resumable {

    private Resumable() {}

    /** On H2 as a person writes them: nothing is repeatable, and DDL commits by itself. */
    static MemorySource source(String dialect) {
        if (dialect.equals("h2")) {
            return new MemorySource(dialect).saveRaw("first", """
                            create table a (id int primary key);
                            insert into a values (1);
                            alter table a add column n int;
                            create index a_n on a (n);
                            alter table a add constraint a_n_key unique (n);
                            alter table a add constraint a_n_check check (n > 0);
                            """).saveRaw("second", """
                            -- accrete:step 1 autocommit
                            create table if not exists b (id int);
                            -- accrete:step 2 transaction
                            insert into b values (1);
                            update b set id = id + 1;
                            drop index a_n;
                            """);
        }
        return new MemorySource(dialect).saveRaw("first", """
                        -- accrete:step 1 transaction
                        BEGIN;
                        create table a (id int, n int);
                        insert into a values (1);
                        COMMIT;
                        -- accrete:step 2 autocommit index=a_id
                        create unique index concurrently a_id on a (id);
                        -- accrete:step 3 transaction locks=a
                        BEGIN;
                        alter table a add constraint a_pk primary key using index a_id;
                        COMMIT;
                        """).saveRaw("second", """
                        -- accrete:step 1 transaction
                        create table b (id int);
                        insert into b values (1);
                        update b set id = id + 1;
                        """);
    }

    /** Fails unless the database is what an undisturbed run leaves. */
    static void assertDone(TestDatabase database, String when) throws SQLException {
        assertThat(TestRows.query(database, "select version, state, note from schema_migrations order by version"))
                .as(when)
                .containsExactly("1 applied ", "2 applied ");
        assertThat(TestRows.query(database, "select id, n from a")).as(when).containsExactly("1 null");
        assertThat(TestRows.query(database, "select id from b")).as(when).containsExactly("2");
    }
}
