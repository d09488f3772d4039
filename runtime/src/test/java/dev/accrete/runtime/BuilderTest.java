package dev.accrete.runtime;

import static dev.accrete.runtime.TestRows.query;
import static dev.accrete.runtime.TwoTables.accrete;
import static dev.accrete.runtime.TwoTables.builder;
import static dev.accrete.runtime.TwoTables.twoTables;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accrete.testkit.TestDatabase;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BuilderTest {

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void severalSourcesHaveStreamsOfTheirOwnAndStillOneQuery(String dialect) throws SQLException {
        try (TestDatabase database = TestDatabase.create(dialect)) {
            MemorySource shop = new MemorySource("shop", dialect).save("first", "create table s (id int);");
            MemorySource users = new MemorySource("users", dialect).save("first", "create table u (id int);");
            SpyDataSource spy = new SpyDataSource(database.dataSource());

            accrete(database, shop).source(users).build().migrate();
            accrete(database, shop)
                    .source(users)
                    .dataSource(spy.dataSource())
                    .build()
                    .migrate();

            assertThat(spy.statements).hasValue(1);
            assertThat(query(database, "select stream, version from schema_migrations order by stream"))
                    .containsExactly("shop 1", "users 1");
        }
    }

    @Test
    void twoSourcesOfOneNameAreRefused() {
        Accrete.Builder both =
                builder(twoTables("h2")).source(twoTables("h2")).dataSource(TestDataSources.of(() -> null));

        assertThatThrownBy(both::build).hasMessageContainingAll("ACC-R018", "name main");
    }

    @Test
    void noSourceAtAllIsNoSilentSuccess() {
        assertThatThrownBy(() -> Accrete.migrate(TestDataSources.of(() -> null)))
                .hasMessageContainingAll("ACC-R018", "accrete-processor");
    }

    @Test
    void aSettingThatCannotBeReadIsNamed() {
        System.setProperty("accrete.mode", "sometimes");
        try {
            assertThatThrownBy(Accrete::builder).hasMessageContainingAll("ACC-R017", "accrete.mode", "sometimes");
        } finally {
            System.clearProperty("accrete.mode");
        }
    }
}
