package dev.accrete.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accrete.testkit.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * An index or a constraint that a script makes has the name of somebody else's. Wherever a run is killed, what is there by then
 * is not taken for the run's own work.
 */
class TakenNamesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            h2         | a_n       | create index a_n on theirs (n)
            h2         | a_n_key   | alter table theirs add constraint a_n_key unique (n)
            h2         | a_n_check | alter table theirs add constraint a_n_check check (n > 7)
            postgresql | a_id      | create index a_id on theirs (n)
            """)
    void whatIsSomebodyElsesIsNotTakenForWhatAKilledRunMade(String dialect, String name, String foreign)
            throws SQLException {
        for (boolean after : new boolean[] {false, true}) {
            boolean killed = true;
            for (int at = 1; killed; at++) {
                try (TestDatabase database = TestDatabase.create(dialect)) {
                    database.execute("create table theirs (n int)", foreign);
                    SpyDataSource spy = new SpyDataSource(database.dataSource(), at, after);
                    MemorySource source = Resumable.source(dialect);
                    assertThatThrownBy(() -> killable(source)
                                    .dataSource(spy.dataSource())
                                    .build()
                                    .migrate())
                            .isInstanceOf(AccreteException.class);
                    killed = spy.isDead();

                    assertThatThrownBy(() -> killable(source)
                                    .dataSource(database.dataSource())
                                    .build()
                                    .migrate())
                            .as("killed at " + at + ", after: " + after)
                            .hasMessageContaining("ACC-R008")
                            .message()
                            .containsIgnoringCase(name + "\" already exists");
                    assertThat(TestRows.query(database, "select state from schema_migrations"))
                            .as("killed at " + at)
                            .containsExactly("failed");
                }
            }
        }
    }

    /** A lease that ends soon, since the process that holds it lives on after what is a kill here. */
    private static Accrete.Builder killable(MemorySource source) {
        return Accrete.builder().source(source).lockWait(Duration.ofSeconds(60)).lockLease(Duration.ofMillis(60));
    }
}
