package dev.accrete.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accrete.testkit.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An application whose own connections are not those that migrate. */
class MigrationDataSourceTest {

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void theApplicationsConnectionAsksAndTheOthersWork(String dialect) {
        MemorySource source = new MemorySource(dialect).save("first", "create table a (id integer);");
        try (TestDatabase database = TestDatabase.create(dialect)) {
            SpyDataSource application = new SpyDataSource(database.dataSource());
            SpyDataSource migrations = new SpyDataSource(database.dataSource());
            Accrete accrete = Accrete.builder()
                    .dataSource(application.dataSource())
                    .migrationDataSource(migrations.dataSource())
                    .source(source)
                    .build();

            assertThat(accrete.migrate().applied()).hasSize(1);
            assertThat(application.connections).hasValue(1);
            // H2 refuses to prepare what names a table that is not there.
            int asked = application.statements.get();
            assertThat(asked).isLessThanOrEqualTo(1);
            assertThat(migrations.connections).hasValue(2);

            int before = migrations.statements.get();
            assertThat(accrete.migrate().applied()).isEmpty();
            assertThat(application.statements).hasValue(asked + 1);
            assertThat(migrations.statements).hasValue(before);
        }
    }
}
