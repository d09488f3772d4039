package dev.accrete.runtime;

import static dev.accrete.runtime.TestRows.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accrete.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Data for named environments. */
class SeedTest {

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void seedsOfTheEnvironmentRunOnceApartFromTheHistory(String dialect, @TempDir Path folder) throws Exception {
        MemorySource migrations = new MemorySource(dialect).saveRaw("first", "create table a (id int primary key);");
        MemorySource seeds = new MemorySource(dialect).saveRaw("people", "insert into a values (1);");
        write(migrations, folder.resolve("migration"));
        write(seeds, folder.resolve("seed/dev"));
        try (TestDatabase database = TestDatabase.create(dialect)) {
            Accrete dev = accrete(database, folder, "dev");
            dev.migrate();

            assertThat(dev.seed().applied()).hasSize(1);
            assertThat(dev.seed().applied()).isEmpty();
            assertThat(accrete(database, folder, "test").seed().applied()).isEmpty();

            assertThat(query(database, "select id from a")).containsExactly("1");
            assertThat(query(database, "select description from schema_migrations"))
                    .containsExactly("first");
            assertThat(query(database, "select description from schema_migrations_seeds"))
                    .containsExactly("people");
            assertThat(dev.migrate().applied()).isEmpty();

            write(seeds.saveRaw("more", "insert into a values (2);"), folder.resolve("seed/dev"));
            assertThat(dev.seed().applied()).hasSize(1);
            assertThat(query(database, "select id from a order by 1")).containsExactly("1", "2");
        }
    }

    @Test
    void seedsDoNotTouchForeignTables(@TempDir Path folder) throws Exception {
        write(new MemorySource("h2").saveRaw("first", "create table a (id int);"), folder.resolve("migration"));
        write(new MemorySource("h2").saveRaw("people", "insert into theirs values (1);"), folder.resolve("seed/dev"));
        try (TestDatabase database = TestDatabase.create("h2")) {
            database.execute("create table theirs (id int)");
            accrete(database, folder, "dev").migrate();

            assertThatThrownBy(() -> accrete(database, folder, "dev").seed()).hasMessageContaining("ACC-R015");
            assertThat(query(database, "select id from theirs")).isEmpty();
        }
    }

    @Test
    void withoutAnEnvironmentThereAreNoSeeds() throws SQLException {
        try (TestDatabase database = TestDatabase.create("h2")) {
            Accrete accrete = Accrete.builder()
                    .dataSource(database.dataSource())
                    .source(new MemorySource("h2"))
                    .build();
            assertThatThrownBy(accrete::seed).hasMessageContainingAll("ACC-R017", "ACCRETE_ENVIRONMENT");
        }
    }

    private static Accrete accrete(TestDatabase database, Path folder, String environment) {
        return Accrete.builder()
                .dataSource(database.dataSource())
                .source(new FolderSource("main", folder.resolve("migration")))
                .environment(environment)
                .build();
    }

    private static void write(MemorySource source, Path folder) throws IOException {
        for (String path : source.paths()) {
            Path file = folder.resolve(path.substring("db/migration/".length()));
            Files.createDirectories(file.getParent());
            Files.writeString(file, source.text(path));
        }
    }
}
