package dev.accrete.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accrete.testkit.TestDatabase;
import java.time.Duration;

/** Two migrations that create a table each, and how a test runs them. */
final class TwoTables {

    static final String[] TWO_TABLES = {"create table a (id int primary key)", "create table b (id int)"};

    private TwoTables() {}

    static void assertRefused(TestDatabase database, MemorySource source, RuntimeCode code) {
        assertThatThrownBy(() -> accrete(database, source).build().migrate())
                .isInstanceOfSatisfying(
                        AccreteException.class,
                        e -> assertThat(e.code()).as(e.getMessage()).isEqualTo(code));
    }

    static MemorySource twoTables(String dialect) {
        return new MemorySource(dialect).save("first", TWO_TABLES[0] + ";").save("second", TWO_TABLES[1] + ";");
    }

    static Accrete.Builder accrete(TestDatabase database, MemorySource source) {
        return builder(source).dataSource(database.dataSource());
    }

    static Accrete.Builder builder(MemorySource source) {
        return Accrete.builder().source(source).lockWait(Duration.ofSeconds(60)).lockLease(Duration.ofSeconds(5));
    }
}
